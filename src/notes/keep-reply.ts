import type { Note } from '../../models/note.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { inTransaction } from '../database/transaction.ts';
import { DeliveryError } from '../slack/delivery.ts';
import type { Day } from '../turnover/trading-day.ts';
import { lookOverDigests } from './look-over.ts';
import { calledIn, kept, wordsOf } from './words.ts';

/** A reply of a person in a thread, as Slack tells of it. */
export interface Reply {
  channelId: string;
  /** Slack's id of the message above the thread. */
  threadTs: string;
  /** Slack's id of the reply. */
  ts: string;
  /** Slack's stamp of its last edit, or `ts` where there was none. */
  version: string;
  userId: string;
  /** With Slack's marks in it. */
  text: string;
}

/**
 * `kept`: it is a note now, and was none before; `changed`: the note says something else now; `known`: nothing is new, also
 * where it is no note because somebody took that back; `empty`: it has no words.
 */
export type ReplyOutcome = 'kept' | 'changed' | 'known' | 'empty';

export interface KeptReply {
  outcome: ReplyOutcome;
  noteId: string;
  day: Day;
  /** The reply is longer than a note may be. */
  isShortened: boolean;
}

/** The day of the digest under which a reply stands; undefined where that is no digest of ours. */
export async function dayOfThread(
  { models, workspace }: Context,
  { channelId, threadTs }: Pick<Reply, 'channelId' | 'threadTs'>,
): Promise<Day | undefined> {
  const post = await models.digestPosts
    .findOne({ workspaceId: workspace._id, channelId, ts: threadTs }, { day: 1 })
    .lean();
  return post?.day;
}

/**
 * Makes a reply in a digest's thread the day's note, once however often Slack tells of it, and has the note say what the
 * reply says after each edit. Whoever calls it has seen to it that the person may look at turnover.
 */
export async function keepReply(context: Context, reply: Reply, day: Day): Promise<KeptReply> {
  const { models, workspace, clock, newId } = context;
  const { channelId, ts, version, userId } = reply;
  const { text, isShortened } = await keptWords(context, reply);
  const place = placeOf(context, reply);
  const known = await models.notes.findOne(place).lean();
  if (known) {
    const outcome = await changeReply(context, known, { text, version });
    return { outcome, noteId: known._id, day: known.day, isShortened };
  }
  const noteId = newId();
  if (text === '') return { outcome: 'empty', noteId, day, isShortened };
  try {
    await models.notes.create({
      _id: noteId,
      workspaceId: workspace._id,
      day,
      text,
      by: userId,
      byName: await nameOf(context, userId),
      at: new Date(clock()),
      reply: { channelId, ts, version },
    });
    return { outcome: 'kept', noteId, day, isShortened };
  } catch (error) {
    // Another process was told of the same reply, maybe of another version of it.
    if (!isDuplicateKey(error)) throw error;
    return keepReply(context, reply, day);
  }
}

/**
 * Has the note of a reply say what the reply says after an edit; false where it never was a note. Unlike a new note this is
 * for whoever wrote it, also where they may not see turnover any more: what they took back must not be said again.
 */
export async function followReply(context: Context, reply: Omit<Reply, 'threadTs'>): Promise<boolean> {
  const { models } = context;
  const { version } = reply;
  const place = placeOf(context, reply);
  const known = await models.notes.findOne(place).lean();
  if (!known) return false;
  const { text } = await keptWords(context, reply);
  await changeReply(context, known, { text, version });
  return true;
}

/** Takes the note of a deleted reply away. */
export async function replyDeleted(context: Context, reply: Pick<Reply, 'channelId' | 'ts'>): Promise<void> {
  const { models, connection, clock } = context;
  const place = placeOf(context, reply);
  const known = await models.notes.findOne(place).lean();
  if (!known || known.removedAt) return;
  await inTransaction(connection, async (session) => {
    await models.notes.updateOne(place, { $set: { text: '', removedAt: new Date(clock()) } }, { session });
    await lookOverDigests(context, session, known.day);
  });
}

/** Where the note of a reply is. That the id is text is said so that the index of replies serves. */
function placeOf({ workspace }: Context, { channelId, ts }: Pick<Reply, 'channelId' | 'ts'>) {
  return {
    workspaceId: workspace._id,
    'reply.channelId': channelId,
    'reply.ts': { $type: 'string' as const, $eq: ts },
  };
}

async function changeReply(
  context: Context,
  known: Note,
  { text, version }: { text: string; version: string },
): Promise<ReplyOutcome> {
  const { models, connection, clock } = context;
  const isNewer = known.reply !== null && known.reply.version < version;
  if (known.removedAt || !isNewer || known.text === text) return 'known';
  // A later edit that another process kept meanwhile stays.
  const place = { workspaceId: known.workspaceId, _id: known._id, 'reply.version': { $lt: version } };
  const removed = text === '' ? { removedAt: new Date(clock()) } : {};
  await inTransaction(connection, async (session) => {
    await models.notes.updateOne(
      place,
      { $set: { text, 'reply.version': version, ...removed } },
      { session },
    );
    await lookOverDigests(context, session, known.day);
  });
  return 'changed';
}

async function keptWords(context: Context, { text }: Pick<Reply, 'text'>) {
  return kept(wordsOf(text, await namesIn(context, text)));
}

async function namesIn(context: Context, text: string): Promise<Map<string, string>> {
  const ids = calledIn(text);
  return new Map(await Promise.all(ids.map(async (id) => [id, await nameOf(context, id)] as const)));
}

/** What a person is called; a dash where Slack does not say, for a note is worth keeping all the same. */
export async function nameOf({ delivery, workspace }: Context, userId: string): Promise<string> {
  try {
    return (await delivery.person(workspace._id, userId)).name;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return '–';
  }
}
