import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Engine } from '../../src/context.ts';
import { hearOnce } from '../../src/events/hear-once.ts';
import { dayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { dayOfThread, followReply, keepReply, type Reply, replyDeleted } from '../../src/notes/keep-reply.ts';
import { findNote, removeNote } from '../../src/notes/write-note.ts';
import { readingOf, requireReader, seesNothing } from '../../src/security/permissions.ts';
import type { Message } from '../../src/slack/message.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { type Asker, answering, type Request } from '../answering.ts';
import { section } from '../blocks.ts';
import { askerOf, pressedValue, workspaceOf } from '../bolt-args.ts';
import { actions } from '../ids.ts';
import type { Listeners } from '../listeners-by-name.ts';
import { keptMessage } from './blocks.ts';
import { noteProblem } from './listeners.ts';
import { type ReplyNews, readReply } from './read-event.ts';

/** What people reply in a digest's thread becomes a note of its day, follows their edits, and goes when they delete it. */
export function registerReplies(app: App, on: Listeners, engine: Engine): void {
  app.event('message', async ({ event, body, client, context }) => {
    const news = readReply(event, context.botUserId);
    const workspaceId = workspaceOf(context);
    if (!news || workspaceId === undefined) return;
    await hearOnce(engine, { workspaceId, eventId: body.event_id }, () =>
      news.kind === 'deleted'
        ? forget(engine, workspaceId, news)
        : keep(engine, { client, workspaceId }, news),
    );
  });
  on.action(actions.undoNote, async ({ ack, body, respond }) => {
    await ack();
    const tell = (text: string) => respond({ text, response_type: 'ephemeral', replace_original: true });
    await answering(engine, askerOf(body), tell, async (request) => {
      await tell(await undo(request, pressedValue(body)));
    });
  });
}

async function keep(
  engine: Engine,
  { client, workspaceId }: { client: WebClient; workspaceId: string },
  { reply, isUnderOurs }: Extract<ReplyNews, { kind: 'said' }>,
): Promise<void> {
  const asker = { workspaceId, userId: reply.userId };
  const whisper = (message: Message) =>
    client.chat.postEphemeral({
      channel: reply.channelId,
      user: reply.userId,
      thread_ts: reply.threadTs,
      ...message,
    });
  // Nobody is told of trouble with a conversation that is none of Daybook's.
  const tell = async (text: string) => (isUnderOurs ? whisper({ text, blocks: [section(text)] }) : undefined);
  await answering(engine, asker, tell, async (request) => {
    const message = await kept(request, reply);
    if (message) await whisper(message);
  });
}

/** What its writer is told of a reply; nothing where it is no new note. */
async function kept({ context, userId, language }: Request, reply: Reply): Promise<Message | undefined> {
  const day = await dayOfThread(context, reply);
  if (day === undefined) return undefined;
  // Who may not see turnover, such as a guest, may talk there like everybody; what they say is no note.
  if (seesNothing(await readingOf(context, userId))) {
    await followReply(context, reply);
    return undefined;
  }
  const result = await keepReply(context, reply, day);
  return result.outcome === 'kept' ? keptMessage(result, language) : undefined;
}

async function forget(
  engine: Engine,
  workspaceId: string,
  gone: Extract<ReplyNews, { kind: 'deleted' }>,
): Promise<void> {
  const nobody: Asker = { workspaceId, userId: '' };
  const work = enterWorkspace(engine, nobody).then((context) => replyDeleted(context, gone));
  engine.inFlight.track(work);
  await work;
}

async function undo({ context, userId, language }: Request, noteId: string): Promise<string> {
  const { note: say } = texts(language);
  const { standing } = await requireReader(context, userId);
  const note = await findNote(context, noteId);
  const isManager = standing === 'manager';
  const outcome = await removeNote(context, { noteId, userId, isManager });
  if (!note || outcome !== 'done') return noteProblem(outcome, language) ?? say.gone;
  return say.undone(dayText(note.day, language));
}
