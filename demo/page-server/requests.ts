import { z } from 'zod';
import type { Start } from './stage.ts';

const person = z.string().min(1).max(40);
const store = z.string().min(1).max(40);

/** What the page may ask for. */
export const pageRequest = z.discriminatedUnion('do', [
  z.object({ do: z.literal('act'), as: person, step: z.string().max(40), args: z.array(z.unknown()).max(5) }),
  z.object({ do: z.literal('jump'), to: z.enum(['night', 'morning', 'hour']) }),
  z.object({ do: z.literal('jumpTo'), day: z.iso.date() }),
  z.object({ do: z.literal('ringUp'), store, amount: z.number().int() }),
  z.object({ do: z.literal('void'), store }),
  z.object({ do: z.literal('refund'), store }),
  z.object({ do: z.literal('revokeKey') }),
  z.object({ do: z.literal('newKey') }),
  z.object({ do: z.literal('lightspeedDown'), on: z.boolean() }),
  z.object({ do: z.literal('slackSlow'), on: z.boolean() }),
  z.object({ do: z.literal('language'), as: person, locale: z.enum(['en-US', 'nl-NL']) }),
  z.object({ do: z.literal('uninstall') }),
  z.object({ do: z.literal('install') }),
  z.object({ do: z.literal('colleague') }),
  z.object({
    do: z.literal('channel'),
    channel: z.string().max(40),
    what: z.enum(['invite', 'remove', 'archive']),
  }),
  z.object({ do: z.literal('startOver'), with: z.enum(['year', 'empty'] satisfies Start[]) }),
]);

export type PageRequest = z.infer<typeof pageRequest>;
