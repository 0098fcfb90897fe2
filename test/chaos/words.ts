import { z } from 'zod';

/** What a process is told: to start, or to do what is due by `now`, epoch milliseconds. */
const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), now: z.number() }),
  z.object({ kind: z.literal('work'), now: z.number(), id: z.number() }),
]);

/** What it answers; `port` is where it listens, for one that does. */
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('started'), port: z.number().optional() }),
  z.object({ kind: z.literal('worked'), id: z.number() }),
]);

export type Order = z.infer<typeof order>;
export type Answer = z.infer<typeof answer>;

export const readOrder = (message: unknown): Order => order.parse(message);
export const readAnswer = (message: unknown): Answer => answer.parse(message);
