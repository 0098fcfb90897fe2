import type { JsonObject } from '../json.ts';
import { asText, isObject, objectsIn, textOf } from '../json.ts';
import { directChannel, findChannel } from '../world/channels.ts';
import type { Channel, Message, UploadedFile, Values, View } from '../world/types.ts';
import { topModal } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';

/** A message as a person sees it. */
export type SeenMessage = {
  channel: string;
  ts: string;
  user: string;
  fromApp: boolean;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  isEphemeral: boolean;
  isEdited: boolean;
  threadTs: string | undefined;
  files: UploadedFile[];
  /** all words in it, in order, for a test to search in */
  words: string;
};

/** A modal or the Home tab as a person sees it. */
export type SeenView = {
  id: string;
  type: 'modal' | 'home';
  title: string;
  submit: string | undefined;
  close: string | undefined;
  callbackId: string;
  blocks: JsonObject[];
  values: Values;
  /** by block_id, as the app answered the last submit */
  errors: Record<string, string>;
  words: string;
};

/** The channel a person means by an id, a name, or 'app' for their conversation with the app. */
export function channelFor(world: World, person: string, wanted: string): Channel {
  if (wanted === 'app') return directChannel(world, person);
  const channel = findChannel(world.state, wanted);
  const isTheirs = channel && (channel.kind === 'public' || channel.members.includes(person));
  return isTheirs ? channel : cannot(`${person} sees no channel '${wanted}'`, channelNames(world, person));
}

function channelNames(world: World, person: string): string[] {
  return Object.values(world.state.channels)
    .filter(({ kind, members }) => kind === 'public' || members.includes(person))
    .map(({ kind, name, id }) => (kind === 'im' ? id : `#${name}`));
}

export function isVisibleTo(message: Message, person: string): boolean {
  return message.ephemeralTo === undefined || message.ephemeralTo === person;
}

/** The messages of a channel that this person sees, oldest first, replies in threads among them. */
export function seenMessages(world: World, person: string, wanted: string): SeenMessage[] {
  const { id } = channelFor(world, person, wanted);
  return world.state.messages
    .filter((message) => message.channel === id && isVisibleTo(message, person))
    .map((message) => seenMessage(world, message));
}

function seenMessage(world: World, message: Message): SeenMessage {
  const { channel, ts, user, fromApp, text, blocks, attachments, threadTs } = message;
  return structuredClone({
    channel,
    ts,
    user,
    fromApp,
    text,
    blocks,
    attachments,
    isEphemeral: message.ephemeralTo !== undefined,
    isEdited: message.edited !== undefined,
    threadTs,
    files: message.files.flatMap((id) => world.state.files[id] ?? []),
    words: blocks.length > 0 ? wordsIn(blocks) : text,
  });
}

export function seenModal(world: World, person: string): SeenView | undefined {
  const view = topModal(world, person);
  return view && seenView(view);
}

export function seenHome(world: World, person: string): SeenView | undefined {
  const view = world.state.views[world.state.homes[person] ?? ''];
  return view && seenView(view);
}

function seenView(view: View): SeenView {
  const { id, type, content, values, errors } = view;
  const blocks = objectsIn(content['blocks']);
  return structuredClone({
    id,
    type,
    title: textOf(content['title']),
    submit: textOf(content['submit']) || undefined,
    close: textOf(content['close']) || undefined,
    callbackId: asText(content['callback_id']),
    blocks,
    values,
    errors,
    words: wordsIn(blocks),
  });
}

const wordFields = new Set(['text', 'alt_text', 'caption', 'title', 'name', 'label']);

/** All words below a value, one line for each text. */
function wordsIn(value: unknown): string {
  return collect(value).join('\n');
}

function collect(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    if (typeof each === 'string') return wordFields.has(name) ? [each] : [];
    return collect(each);
  });
}
