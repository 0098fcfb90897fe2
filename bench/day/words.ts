import { z } from 'zod';

/** What the process that is measured is asked for; `now` is what time it is there, epoch milliseconds. */
const order = z.object({
  id: z.number(),
  now: z.number(),
  kind: z.enum(['start', 'work', 'heap', 'held']),
});

/** What a process holds, so that what grows can be named. */
const held = z.object({
  /** Handles and requests that keep it alive, by kind. */
  resources: z.record(z.string(), z.number()),
  /** Listeners on the process itself, and on the signal that all its work listens to. */
  listeners: z.number(),
});

const answer = z.object({
  id: z.number(),
  port: z.number().optional(),
  /** Bytes, after everything that is not held was collected. */
  heap: z.number().optional(),
  /** Bytes of the whole process, its threads too. */
  memory: z.number().optional(),
  held: held.optional(),
});

export type Order = z.infer<typeof order>;
export type Answer = z.infer<typeof answer>;
export type Held = z.infer<typeof held>;

export const readOrder = (message: unknown): Order => order.parse(message);
export const readAnswer = (message: unknown): Answer => answer.parse(message);
