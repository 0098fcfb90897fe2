import { z } from 'zod';
import type { Reply } from '../../src/notes/keep-reply.ts';

/** What a `message` event of Slack says of a reply in a thread. */
export type ReplyNews =
  | { kind: 'said'; reply: Reply; isUnderOurs: boolean }
  | { kind: 'deleted'; channelId: string; ts: string };

const message = z.object({
  ts: z.string(),
  thread_ts: z.string(),
  user: z.string(),
  text: z.string().default(''),
  bot_id: z.string().optional(),
  app_id: z.string().optional(),
  parent_user_id: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  // Other kinds are Slack's own lines: who joined, what was pinned.
  subtype: z.enum(['thread_broadcast', 'file_share']).optional(),
});
const said = message.extend({ channel: z.string() });
const changed = z.object({ subtype: z.literal('message_changed'), channel: z.string(), message });
const deleted = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string(),
  deleted_ts: z.string(),
  previous_message: z.object({ thread_ts: z.string(), bot_id: z.string().optional() }),
});

/**
 * Reads a `message` event (https://docs.slack.dev/reference/events/message): a person's reply in a thread, said or edited or
 * deleted. Undefined for everything else: what stands in a channel itself, what apps say, and threads that are surely not
 * under a message of ours. `isUnderOurs`: surely under one of our messages.
 */
export function readReply(event: unknown, botUserId: string | undefined): ReplyNews | undefined {
  const gone = deleted.safeParse(event).data;
  if (gone) {
    const { channel, deleted_ts: ts, previous_message: before } = gone;
    if (before.bot_id !== undefined || before.thread_ts === ts) return undefined;
    return { kind: 'deleted', channelId: channel, ts };
  }
  const edit = changed.safeParse(event).data;
  const reply = edit ? { ...edit.message, channel: edit.channel } : said.safeParse(event).data;
  if (!reply || reply.thread_ts === reply.ts) return undefined;
  if (reply.bot_id !== undefined || reply.app_id !== undefined || reply.user === botUserId) return undefined;
  const parent = reply.parent_user_id;
  if (parent !== undefined && botUserId !== undefined && parent !== botUserId) return undefined;
  return {
    kind: 'said',
    isUnderOurs: parent !== undefined && parent === botUserId,
    reply: {
      channelId: reply.channel,
      threadTs: reply.thread_ts,
      ts: reply.ts,
      version: reply.edited?.ts ?? reply.ts,
      userId: reply.user,
      text: reply.text,
    },
  };
}
