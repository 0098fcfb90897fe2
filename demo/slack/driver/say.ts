import { addMessage, changeMessage, findMessage, removeMessage } from '../world/messages.ts';
import type { Channel, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { cannot } from './cannot.ts';
import { channelFor, type SeenMessage, seenMessages } from './look.ts';

/** Types a message and waits until the app has heard of it, where it listens. */
export async function say(
  world: World,
  person: string,
  wanted: string,
  text: string,
  threadTs?: string,
): Promise<SeenMessage> {
  const channel = channelFor(world, person, wanted);
  checkMayWrite(world, channel);
  if (threadTs !== undefined && !findMessage(world, channel.id, threadTs))
    cannot(`There is no message ${threadTs}`);
  const { ts } = addMessage(world, { channel: channel.id, user: person, text: escaped(text), threadTs });
  await world.announcer.settled();
  const said = seenMessages(world, person, channel.id).find((message) => message.ts === ts);
  return said ?? cannot(`The message in ${wanted} is gone`);
}

/** Has a message of one's own say something else, and waits until the app has heard of it. */
export async function rewrite(
  world: World,
  person: string,
  { channel, ts }: { channel: string; ts: string },
  text: string,
): Promise<void> {
  changeMessage(world, ownMessage(world, person, { channel, ts }), { text: escaped(text) });
  await world.announcer.settled();
}

/** Deletes a message of one's own, and waits until the app has heard of it. */
export async function unsay(
  world: World,
  person: string,
  message: { channel: string; ts: string },
): Promise<void> {
  removeMessage(world, ownMessage(world, person, message));
  await world.announcer.settled();
}

function ownMessage(world: World, person: string, { channel, ts }: { channel: string; ts: string }): Message {
  const message = findMessage(world, channelFor(world, person, channel).id, ts);
  if (message?.user !== person) cannot(`${person} has no message ${ts} there`);
  return message;
}

function checkMayWrite({ settings }: World, { kind, isArchived, name }: Channel): void {
  if (isArchived) cannot(`#${name} is archived`);
  const home = settings.manifest.features.app_home;
  const isReadOnly = !home?.messages_tab_enabled || home.messages_tab_read_only_enabled === true;
  if (kind === 'im' && isReadOnly) cannot('The app reads nothing in its messages tab');
}

/** What a person types means itself: Slack escapes these three (docs: formatting text). */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
