import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { directChannel } from '../world/channels.ts';
import { wireMessage } from '../world/messages.ts';
import type { Channel, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { readableChannel, scopesOf } from './access.ts';
import type { Methods } from './method.ts';
import { fail, isTrue } from './method.ts';

/** conversations.*: channels and what was said in them. */
export const conversationMethods: Methods = {
  'conversations.open': {
    token: 'bot',
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    run: open,
  },
  'conversations.info': {
    token: 'bot',
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    required: ['channel'],
    run: info,
  },
  'conversations.members': {
    token: 'bot',
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    required: ['channel'],
    run: members,
  },
  'conversations.history': {
    token: 'bot',
    scopes: ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
    required: ['channel'],
    run: history,
  },
  'conversations.replies': {
    token: 'bot',
    scopes: ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
    required: ['channel', 'ts'],
    run: replies,
  },
};

function open(world: World, args: JsonObject): JsonObject {
  const people = asText(args['users']).split(',').filter(Boolean);
  const [person] = people;
  if (person === undefined) return fail('users_list_not_supplied');
  if (people.length > 1) return fail('not_enough_users');
  if (!world.state.people[person]) return fail('user_not_found');
  return { ok: true, channel: { id: directChannel(world, person).id } };
}

const prefixes: Record<Channel['kind'], string> = { public: 'channels', private: 'groups', im: 'im' };

function missingScope(world: World, channel: Channel, right: 'read' | 'history'): JsonObject | undefined {
  const needed = `${prefixes[channel.kind]}:${right}`;
  const provided = scopesOf(world);
  if (provided.includes(needed)) return undefined;
  return fail('missing_scope', { needed, provided: provided.join(',') });
}

function info(world: World, args: JsonObject): JsonObject {
  const channel = world.state.channels[asText(args['channel'])];
  if (!channel || (channel.kind === 'private' && !channel.hasBot)) return fail('channel_not_found');
  const missing = missingScope(world, channel, 'read');
  if (missing) return missing;
  const { id, name, kind } = channel;
  return {
    ok: true,
    channel: {
      id,
      ...(kind === 'im' ? { user: channel.members[0] } : { name, name_normalized: name }),
      is_channel: kind !== 'im',
      is_im: kind === 'im',
      is_private: kind !== 'public',
      is_archived: channel.isArchived,
      is_member: channel.hasBot,
      ...(isTrue(args['include_num_members']) && { num_members: channel.members.length }),
    },
  };
}

/** Of a public channel anybody may know it; a private one must have the app in it. */
function members(world: World, args: JsonObject): JsonObject {
  const channel = world.state.channels[asText(args['channel'])];
  if (!channel || (channel.kind === 'private' && !channel.hasBot)) return fail('channel_not_found');
  const missing = missingScope(world, channel, 'read');
  if (missing) return missing;
  const limit = args['limit'] === undefined ? 100 : Number(args['limit']);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return fail('invalid_limit');
  const everyone = [...channel.members, ...(channel.hasBot ? [world.state.app.botUser] : [])];
  const cursor = asText(args['cursor']);
  const start = cursor === '' ? 0 : everyone.indexOf(nameInCursor(cursor));
  if (start === -1) return fail('invalid_cursor');
  const next = everyone[start + limit];
  return {
    ok: true,
    members: everyone.slice(start, start + limit),
    response_metadata: {
      next_cursor: next === undefined ? '' : Buffer.from(`user:${next}`).toString('base64'),
    },
  };
}

function nameInCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64')
    .toString()
    .replace(/^user:/, '');
}

function history(world: World, args: JsonObject): JsonObject {
  const found = readableChannel(world, asText(args['channel']));
  if ('error' in found) return fail(found.error);
  const missing = missingScope(world, found.channel, 'history');
  if (missing) return missing;
  const top = visible(world, found.channel.id).filter(({ threadTs, ts }) => !threadTs || threadTs === ts);
  const newestFirst = between(top, args).sort((one, other) => (one.ts < other.ts ? 1 : -1));
  return page(world, newestFirst, args, 100, 999);
}

function replies(world: World, args: JsonObject): JsonObject {
  const found = readableChannel(world, asText(args['channel']));
  if ('error' in found) return fail(found.error);
  const missing = missingScope(world, found.channel, 'history');
  if (missing) return missing;
  const all = visible(world, found.channel.id);
  const parent = all.find(({ ts }) => ts === args['ts']);
  if (!parent) return fail('thread_not_found');
  const thread = between(
    all.filter(({ threadTs }) => threadTs === parent.ts),
    args,
  );
  return page(world, [parent, ...thread.filter((message) => message !== parent)], args, 1000, 1000);
}

function visible(world: World, channel: string): Message[] {
  return world.state.messages.filter(
    (message) => message.channel === channel && message.ephemeralTo === undefined,
  );
}

/** oldest and latest are left out themselves unless `inclusive`. */
function between(messages: Message[], args: JsonObject): Message[] {
  const oldest = Number(args['oldest'] ?? 0);
  const latest = Number(args['latest'] ?? Infinity);
  const inclusive = isTrue(args['inclusive']);
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function page(world: World, messages: Message[], args: JsonObject, usual: number, most: number): JsonObject {
  const { start, end } = part(args, usual, most);
  const hasMore = messages.length > end;
  const withMetadata = isTrue(args['include_all_metadata']);
  return {
    ok: true,
    messages: messages.slice(start, end).map((message) => wireMessage(world, message, withMetadata)),
    has_more: hasMore,
    ...cursorAfter(end, hasMore),
  };
}

/** Which part of a list one answer holds: `limit` of it from the cursor on. */
function part(args: JsonObject, usual: number, most: number): { start: number; end: number } {
  const limit = Math.min(Number(args['limit'] ?? usual) || usual, most);
  const start = Number(Buffer.from(asText(args['cursor']), 'base64').toString()) || 0;
  return { start, end: start + limit };
}

function cursorAfter(end: number, hasMore: boolean): JsonObject {
  return hasMore ? { response_metadata: { next_cursor: Buffer.from(String(end)).toString('base64') } } : {};
}
