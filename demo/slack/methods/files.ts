import type { JsonObject } from '../json.ts';
import { asText, objectsIn } from '../json.ts';
import { wireFile } from '../world/files.ts';
import { addMessage } from '../world/messages.ts';
import type { UploadedFile } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Found, writableChannel } from './access.ts';
import { refusal } from './messages.ts';
import type { Methods } from './method.ts';
import { fail } from './method.ts';

/** The two calls around an upload (the bytes themselves go to /upload/<file id>), and what can be asked of a file. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    token: 'bot',
    scopes: ['files:write'],
    required: ['filename', 'length'],
    run: begin,
  },
  'files.completeUploadExternal': {
    token: 'bot',
    scopes: ['files:write'],
    required: ['files'],
    run: complete,
  },
  'files.info': { token: 'bot', scopes: ['files:read'], required: ['file'], run: info },
  'files.delete': { token: 'bot', scopes: ['files:write'], required: ['file'], run: remove },
};

function begin(world: World, args: JsonObject): JsonObject {
  const size = Number(args['length']);
  if (!Number.isInteger(size) || size < 1) return fail('invalid_arguments');
  const id = world.ids.make('F');
  const name = asText(args['filename']);
  world.state.files[id] = {
    id,
    name,
    title: name,
    altText: asText(args['alt_txt']),
    size,
    content: undefined,
    user: world.state.app.botUser,
    isPending: true,
    shared: false,
  };
  return { ok: true, upload_url: `${world.address()}/upload/${id}`, file_id: id };
}

function complete(world: World, args: JsonObject): JsonObject {
  const files = uploaded(world, args['files']);
  const refused = files ? refusal(world, { blocks: args['blocks'] }) : fail('file_not_found');
  if (!files || refused) return refused ?? fail('file_not_found');
  // Seen to fail so (python-slack-sdk #1756); chat.postMessage takes the same block.
  if (objectsIn(args['blocks']).some(({ type }) => type === 'markdown')) return fail('internal_error');
  const found = destinations(world, args);
  for (const each of found) if ('error' in each) return fail(each.error);
  for (const { id, title } of objectsIn(args['files'])) {
    const file = world.state.files[asText(id)];
    if (file && asText(title) !== '') file.title = asText(title);
  }
  for (const file of files) {
    file.isPending = false;
    file.shared ||= found.length > 0;
  }
  for (const each of found) if ('channel' in each) share(world, each.channel.id, files, args);
  return { ok: true, files: files.map(({ id, title, name }) => ({ id, title, name })) };
}

/** The files of the argument, or undefined when one is unknown or its bytes never came. */
function uploaded(world: World, wanted: unknown): UploadedFile[] | undefined {
  const all = objectsIn(wanted);
  const files = all.flatMap(({ id }) => world.state.files[asText(id)] ?? []);
  const isWhole = files.length === all.length && files.every(({ content }) => content !== undefined);
  return isWhole && files.length > 0 ? files : undefined;
}

/**
 * `channel_id` takes the id of a conversation, `channels` those of people as well. The app has to be in them:
 * chat:write.public does not reach to files (node-slack-sdk #2261: "a bot ... added to a channel is required").
 */
function destinations(world: World, args: JsonObject): Found[] {
  const one = asText(args['channel_id']);
  const several = asText(args['channels']).split(',').filter(Boolean);
  if (args['thread_ts'] !== undefined && several.length > 1) return [{ error: 'invalid_arguments' }];
  return [...(one === '' ? [] : [byIdOnly(world, one)]), ...several.map((each) => joined(world, each))];
}

function byIdOnly(world: World, id: string): Found {
  return world.state.channels[id] ? joined(world, id) : { error: 'channel_not_found' };
}

function joined(world: World, wanted: string): Found {
  const found = writableChannel(world, wanted);
  return 'error' in found || found.channel.hasBot ? found : { error: 'not_in_channel' };
}

/** With a comment the blocks are ignored (the method's page). */
function share(world: World, channel: string, files: UploadedFile[], args: JsonObject): void {
  const text = asText(args['initial_comment']);
  addMessage(world, {
    channel,
    text,
    blocks: text === '' ? objectsIn(args['blocks']) : [],
    threadTs: asText(args['thread_ts']) || undefined,
    files: files.map(({ id }) => id),
  });
}

function info(world: World, args: JsonObject): JsonObject {
  const id = asText(args['file']);
  const file = world.state.files[id];
  return file && !file.isPending ? { ok: true, file: wireFile(world, id) } : fail('file_not_found');
}

/** The messages that showed it stay, with a gap. */
function remove(world: World, args: JsonObject): JsonObject {
  const id = asText(args['file']);
  const file = world.state.files[id];
  if (!file) return fail('file_not_found');
  if (file.user !== world.state.app.botUser) return fail('cant_delete_file');
  delete world.state.files[id];
  world.changes.tell();
  return { ok: true };
}
