import type { JsonObject } from '../json.ts';
import { asText, isObject, objectsIn } from '../json.ts';
import { limits } from '../limits.ts';
import { areBlocksTooLong, validateMessage } from '../validate.ts';
import { findChannel } from '../world/channels.ts';
import { addMessage, changeMessage, findMessage, removeMessage, wireMessage } from '../world/messages.ts';
import type { Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { readableChannel, writableChannel } from './access.ts';
import type { Methods } from './method.ts';
import { fail, failWith } from './method.ts';
import { fileProblems } from './slack-files.ts';

/** chat.*: messages of the app. */
export const messageMethods: Methods = {
  'chat.postMessage': { token: 'bot', scopes: ['chat:write'], required: ['channel'], run: post },
  'chat.postEphemeral': {
    token: 'bot',
    scopes: ['chat:write'],
    required: ['channel', 'user'],
    run: postEphemeral,
  },
  'chat.update': { token: 'bot', scopes: ['chat:write'], required: ['channel', 'ts'], run: update },
  'chat.delete': { token: 'bot', scopes: ['chat:write'], required: ['channel', 'ts'], run: remove },
};

function post(world: World, args: JsonObject): JsonObject {
  const found = writableChannel(world, asText(args['channel']));
  if ('error' in found) return fail(found.error);
  const refused = refusal(world, args) ?? nothingToSay(args);
  if (refused) return refused;
  warn(world, 'chat.postMessage', args);
  const message = addMessage(world, { channel: found.channel.id, ...content(args) });
  return { ok: true, channel: message.channel, ts: message.ts, message: wireMessage(world, message) };
}

function postEphemeral(world: World, args: JsonObject): JsonObject {
  const person = asText(args['user']);
  const found = readableChannel(world, asText(args['channel']));
  if ('error' in found) return fail(found.error);
  if (found.channel.isArchived) return fail('is_archived');
  if (!found.channel.members.includes(person)) return fail('user_not_in_channel');
  const refused = refusal(world, args) ?? nothingToSay(args);
  if (refused) return refused;
  warn(world, 'chat.postEphemeral', args);
  const { ts } = addMessage(world, { channel: found.channel.id, ...content(args), ephemeralTo: person });
  return { ok: true, message_ts: ts };
}

function update(world: World, args: JsonObject): JsonObject {
  const found = ownMessage(world, args, 'cant_update_message');
  if ('error' in found) return fail(found.error);
  if (world.state.channels[found.message.channel]?.isArchived) return fail('is_inactive');
  if (asText(args['text']).length > limits.updateText.max) return fail('msg_too_long');
  const refused = refusal(world, args) ?? nothingToSay(args);
  if (refused) return refused;
  warn(world, 'chat.update', args);
  if (args['blocks'] === undefined && found.message.blocks.length > 0) {
    world.state.warnings.push('chat.update without blocks keeps the old ones: send [] to take them away');
  }
  const { text, blocks, attachments, metadata } = content(args);
  changeMessage(world, found.message, {
    ...(args['text'] !== undefined && { text }),
    ...(args['blocks'] !== undefined && { blocks }),
    ...(args['attachments'] !== undefined && { attachments }),
    ...(metadata && { metadata }),
  });
  const { channel, ts } = found.message;
  return { ok: true, channel, ts, text: found.message.text, message: wireMessage(world, found.message) };
}

function remove(world: World, args: JsonObject): JsonObject {
  const found = ownMessage(world, args, 'cant_delete_message');
  if ('error' in found) return fail(found.error);
  removeMessage(world, found.message);
  return { ok: true, channel: found.message.channel, ts: found.message.ts };
}

/** Ephemeral messages cannot be changed by these methods: Slack does not know their ts. */
function ownMessage(
  world: World,
  args: JsonObject,
  foreign: string,
): { message: Message } | { error: string } {
  const channel = findChannel(world.state, asText(args['channel']));
  // Unlike chat.postMessage these take an id only.
  if (!channel || channel.id !== args['channel']) return { error: 'channel_not_found' };
  const message = findMessage(world, channel.id, asText(args['ts']));
  if (!message || message.ephemeralTo !== undefined) return { error: 'message_not_found' };
  return message.fromApp ? { message } : { error: foreign };
}

/** Why Slack would refuse this content, or undefined. */
export function refusal(world: World, args: JsonObject): JsonObject | undefined {
  if (args['blocks'] !== undefined && !Array.isArray(args['blocks'])) return fail('invalid_blocks_format');
  if (areBlocksTooLong(args['blocks'])) return fail('msg_blocks_too_long');
  if (objectsIn(args['attachments']).length > limits.attachments.max) return fail('too_many_attachments');
  const problems = [...validateMessage(args), ...fileProblems(world, args['blocks'], '/blocks')];
  const aboutMetadata = problems.some(({ pointer }) => pointer.startsWith('/metadata'));
  if (aboutMetadata) return failWith('invalid_metadata_format', problems);
  const aboutBlocks = problems.some(({ pointer }) => pointer.startsWith('/blocks'));
  const error = aboutBlocks ? 'invalid_blocks' : 'invalid_arguments';
  return problems.length === 0 ? undefined : failWith(error, problems);
}

/** `no_text` when there is neither text nor anything else to show. */
export function nothingToSay(args: JsonObject): JsonObject | undefined {
  const shown = [args['blocks'], args['attachments']].some((each) => objectsIn(each).length > 0);
  return asText(args['text']) === '' && !shown ? fail('no_text') : undefined;
}

/** What Slack lets pass although notifications and screen readers then have nothing to say. */
export function warn(world: World, where: string, args: JsonObject): void {
  if (asText(args['text']) === '') {
    world.state.warnings.push(`${where}: a message without top-level text, which notifications read`);
  }
}

export function content(
  args: JsonObject,
): Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'threadTs'> {
  return {
    text: asText(args['text']).slice(0, limits.messageText.max),
    blocks: objectsIn(args['blocks']),
    attachments: objectsIn(args['attachments']),
    metadata: isObject(args['metadata']) ? args['metadata'] : undefined,
    threadTs: asText(args['thread_ts']) || undefined,
  };
}
