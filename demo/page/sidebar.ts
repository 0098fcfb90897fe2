import type { Snapshot } from '../page-server/shared.ts';
import { channelOf } from './conversation.ts';
import { type Child, h } from './dom.ts';
import { addressOf, type Place } from './route.ts';

/** By person and channel: the newest message that was on the screen. */
const seen = new Map<string, string>();

/** The ways to go: channels, the app, and behind the scenes. */
export function sidebar(place: Place, snapshot: Snapshot): Child {
  const { channels, app } = snapshot;
  noteSeen(place, snapshot);
  const ofChannels = channels
    .filter(({ kind }) => kind !== 'im')
    .map(({ id, name }) =>
      entry(place, { kind: 'channel', channel: id, thread: undefined }, `# ${name}`, hasNews(snapshot, id)),
    );
  const direct = channels.find(({ kind }) => kind === 'im');
  return h(
    'nav',
    { 'aria-label': 'Places' },
    h('h2', {}, 'Channels'),
    h('ul', {}, ofChannels),
    h('h2', {}, app.name),
    h(
      'ul',
      {},
      entry(place, { kind: 'home' }, 'Home', false),
      entry(
        place,
        { kind: 'app', thread: undefined },
        'Messages',
        direct ? hasNews(snapshot, direct.id) : false,
      ),
    ),
    h('h2', {}, 'Behind the scenes'),
    h('ul', {}, entry(place, { kind: 'traffic' }, 'Raw traffic', false)),
  );
}

function entry(here: Place, to: Place, name: string, isNew: boolean): Child {
  const isHere =
    here.kind === to.kind &&
    (to.kind !== 'channel' || here.kind !== 'channel' || here.channel === to.channel);
  return h(
    'li',
    {},
    h(
      'a',
      { href: addressOf(to), 'aria-current': isHere ? 'page' : undefined, class: isNew ? 'new' : undefined },
      name,
      isNew && h('span', { class: 'dot' }, ' new'),
    ),
  );
}

function newest({ messages }: Snapshot, channel: string): string {
  return messages.findLast((each) => each.channel === channel)?.ts ?? '';
}

function noteSeen(place: Place, snapshot: Snapshot): void {
  const mine = (channel: string) => `${snapshot.me.id} ${channel}`;
  for (const { id } of snapshot.channels) {
    // What was there at the first look is no news, but for what the app tells one alone.
    if (!seen.has(mine(id))) seen.set(mine(id), newest(snapshot, id));
  }
  const here = place.kind === 'channel' || place.kind === 'app' ? channelOf(place, snapshot) : undefined;
  if (here) seen.set(mine(here.id), newest(snapshot, here.id));
}

function hasNews(snapshot: Snapshot, channel: string): boolean {
  return newest(snapshot, channel) > (seen.get(`${snapshot.me.id} ${channel}`) ?? '');
}
