import { announceMessage } from '../delivery/message-events.ts';
import type { JsonObject } from '../json.ts';
import { withIds } from './block-ids.ts';
import { wireFile } from './files.ts';
import type { Message } from './types.ts';
import { initialValues } from './values.ts';
import type { World } from './world.ts';

export type MessageInput = Pick<Message, 'channel'> &
  Partial<
    Pick<
      Message,
      'text' | 'blocks' | 'attachments' | 'ephemeralTo' | 'threadTs' | 'metadata' | 'files' | 'user'
    >
  >;

/** Puts a message of the app (or of `user`) into a channel. */
export function addMessage(world: World, input: MessageInput): Message {
  const { state, ids } = world;
  const blocks = withIds(input.blocks ?? [], ids);
  const message: Message = {
    channel: input.channel,
    ts: ids.ts(),
    user: input.user ?? state.app.botUser,
    fromApp: input.user === undefined,
    text: input.text ?? '',
    blocks,
    attachments: input.attachments ?? [],
    ephemeralTo: input.ephemeralTo,
    threadTs: input.threadTs,
    metadata: input.metadata,
    files: input.files ?? [],
    edited: undefined,
    values: initialValues(blocks),
  };
  state.messages.push(message);
  announceMessage(world, { kind: 'added', message, wire: wireMessage(world, message) });
  world.changes.tell();
  return message;
}

export type MessageChange = Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>>;

/** Changes what is given and keeps the rest. */
export function changeMessage(world: World, message: Message, change: MessageChange): void {
  const before = structuredClone(wireMessage(world, message));
  if (change.text !== undefined) message.text = change.text;
  if (change.attachments) message.attachments = change.attachments;
  if (change.metadata) message.metadata = change.metadata;
  if (change.blocks) {
    message.blocks = withIds(change.blocks, world.ids);
    message.values = initialValues(message.blocks, message.values);
  }
  message.edited = world.ids.ts();
  announceMessage(world, { kind: 'changed', message, wire: wireMessage(world, message), before });
  world.changes.tell();
}

export function removeMessage(world: World, message: Message): void {
  const before = wireMessage(world, message);
  world.state.messages = world.state.messages.filter((other) => other !== message);
  announceMessage(world, { kind: 'removed', message, before });
  world.changes.tell();
}

export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  return world.state.messages.find((message) => message.channel === channel && message.ts === ts);
}

/** The message as the Web API and payloads give it. */
export function wireMessage(world: World, message: Message, withMetadata = false): JsonObject {
  const { app, team, messages } = world.state;
  const replies = messages.filter(({ threadTs }) => threadTs === message.ts);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: team.id,
    ...(message.fromApp && { bot_id: app.botId, app_id: app.id }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.threadTs && { thread_ts: message.threadTs, ...parentOf(world, message) }),
    ...(replies.length > 0 && { thread_ts: message.ts, reply_count: replies.length }),
    ...(message.edited && { edited: { user: message.user, ts: message.edited } }),
    ...(message.files.length > 0 && { files: message.files.map((id) => wireFile(world, id)) }),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

function parentOf(world: World, { channel, threadTs, ts }: Message): JsonObject {
  const parent = threadTs === ts ? undefined : findMessage(world, channel, threadTs ?? '');
  return parent ? { parent_user_id: parent.user } : {};
}
