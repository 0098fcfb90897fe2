import type { JsonObject } from '../json.ts';
import { asText, objectsIn } from '../json.ts';
import { addMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { writableChannel } from './access.ts';
import { refusal } from './messages.ts';
import type { Methods } from './method.ts';
import { fail } from './method.ts';

/** The two calls around an upload; the bytes themselves go to /upload/<file id>. */
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
    shared: false,
  };
  return { ok: true, upload_url: `${world.address()}/upload/${id}`, file_id: id };
}

function complete(world: World, args: JsonObject): JsonObject {
  const wanted = objectsIn(args['files']);
  const files = wanted.flatMap(({ id }) => world.state.files[asText(id)] ?? []);
  const isUploaded = files.length === wanted.length && files.every(({ content }) => content !== undefined);
  if (!isUploaded || files.length === 0) return fail('file_not_found');
  const refused = refusal({ blocks: args['blocks'] });
  if (refused) return refused;
  for (const { id, title } of wanted) {
    const file = world.state.files[asText(id)];
    if (file && asText(title) !== '') file.title = asText(title);
  }
  const channels = [asText(args['channel_id']), ...asText(args['channels']).split(',')].filter(Boolean);
  const found = channels.map((each) => writableChannel(world, each));
  const lost = found.find((each) => 'error' in each);
  if (lost) return fail(lost.error === 'channel_not_found' ? 'channel_not_found' : lost.error);
  for (const each of found) {
    if ('error' in each) continue;
    addMessage(world, {
      channel: each.channel.id,
      text: asText(args['initial_comment']),
      blocks: objectsIn(args['blocks']),
      threadTs: asText(args['thread_ts']) || undefined,
      files: files.map(({ id }) => id),
    });
  }
  for (const file of files) file.shared = channels.length > 0;
  return { ok: true, files: files.map(({ id, title, name }) => ({ id, title, name })) };
}
