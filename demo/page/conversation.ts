import type { PageMessage, Snapshot } from '../page-server/shared.ts';
import { channelTools } from './channel-tools.ts';
import { composer } from './composer.ts';
import { dayText } from './dates.ts';
import { type Child, h } from './dom.ts';
import { message } from './message.ts';
import { addressOf, type Place } from './route.ts';

type Talk = Extract<Place, { kind: 'channel' | 'app' }>;

/** A channel, or the conversation with the app; beside it the thread that is open. */
export function conversation(place: Talk, snapshot: Snapshot): Child[] {
  const channel = channelOf(place, snapshot);
  const title =
    place.kind === 'app' ? `${snapshot.app.name}: messages` : `#${channel?.name ?? place.channel}`;
  if (!channel && place.kind === 'channel') {
    return [h('section', { class: 'place' }, h('h2', {}, title), h('p', {}, 'You see no such channel.'))];
  }
  const own = snapshot.messages.filter((each) => each.channel === channel?.id);
  const root = place.thread === undefined ? undefined : own.find(({ ts }) => ts === place.thread);
  return [
    h(
      'section',
      { key: `talk-${channel?.id}`, class: 'place talk', 'aria-labelledby': 'place-title' },
      h(
        'header',
        {},
        h('h2', { id: 'place-title', tabindex: -1 }, title),
        h('span', { class: 'quiet' }, aboutChannel(channel, snapshot)),
        channelTools(channel, snapshot),
      ),
      messageList({ place, snapshot, own, title }),
      notices(snapshot, channel?.id),
      composerFor(place, snapshot, title),
    ),
    ...(root ? [thread(place, snapshot, own, root)] : []),
  ];
}

export function channelOf(place: Talk, { channels }: Snapshot): Snapshot['channels'][number] | undefined {
  return channels.find(({ id, kind }) => (place.kind === 'app' ? kind === 'im' : id === place.channel));
}

function aboutChannel(channel: Snapshot['channels'][number] | undefined, { app }: Snapshot): string {
  if (!channel || channel.kind === 'im') return '';
  if (channel.isArchived) return 'archived';
  return channel.hasBot ? `${app.name} is in this channel` : `${app.name} is not in this channel`;
}

type Listed = { place: Talk; snapshot: Snapshot; own: PageMessage[]; title: string };

function messageList({ place, snapshot, own, title }: Listed): Child {
  const top = own.filter(({ threadTs, ts }) => threadTs === null || threadTs === ts);
  const rows = top.flatMap((each, index) => {
    const day = dayText(Number(each.ts) * 1000, snapshot.me.locale, snapshot.zone);
    const before = top[index - 1];
    const isNew = !before || dayText(Number(before.ts) * 1000, snapshot.me.locale, snapshot.zone) !== day;
    const replies = own.filter(({ threadTs, ts }) => threadTs === each.ts && ts !== each.ts).length;
    const shown = message(each, snapshot, { replies, place });
    return isNew ? [h('li', { key: `day-${day}`, class: 'day' }, h('span', {}, day)), shown] : [shown];
  });
  const empty = h(
    'li',
    { key: 'none', class: 'quiet' },
    place.kind === 'app' ? 'Nothing here yet.' : 'Nothing here yet. Type / to see what can be asked.',
  );
  return h(
    'ol',
    { class: 'messages', 'aria-label': `Messages in ${title}`, tabindex: 0 },
    rows.length > 0 ? rows : [empty],
  );
}

/** Lines of the workspace itself: a command that timed out and the like. */
function notices(snapshot: Snapshot, channel: string | undefined): Child {
  const recent = snapshot.notices
    .filter((each) => each.channel === channel && each.at === snapshot.now)
    .slice(-2);
  return h(
    'div',
    { class: 'notices', role: 'log', 'aria-label': 'What the workspace says' },
    recent.map(({ text }) => h('p', { class: 'error' }, text)),
  );
}

function composerFor(place: Talk, snapshot: Snapshot, title: string): Child {
  const channel = channelOf(place, snapshot)?.id;
  if (place.kind === 'app' && (snapshot.app.isReadOnly || channel === undefined)) {
    return h('p', { class: 'quiet' }, `What ${snapshot.app.name} tells you alone. It reads nothing here.`);
  }
  if (channel === undefined) return h('p', { class: 'quiet' }, 'Nothing can be written here.');
  return composer({ channel, thread: undefined, label: `Message ${title}`, snapshot });
}

function thread(place: Talk, snapshot: Snapshot, own: PageMessage[], root: PageMessage): Child {
  const replies = own.filter(({ threadTs, ts }) => threadTs === root.ts && ts !== root.ts);
  return h(
    'aside',
    { key: `thread-${root.ts}`, class: 'place aside', 'aria-labelledby': 'thread-title' },
    h(
      'header',
      {},
      h('h2', { id: 'thread-title', tabindex: -1, created: (element) => element.focus() }, 'Thread'),
      h('a', { href: addressOf({ ...place, thread: undefined }) }, 'Close thread'),
    ),
    h(
      'ol',
      { class: 'messages', 'aria-label': 'Messages in the thread', tabindex: 0 },
      message(root, snapshot),
      replies.map((each) => message(each, snapshot)),
    ),
    place.kind === 'channel' &&
      composer({ channel: place.channel, thread: root.ts, label: 'Reply in the thread', snapshot }),
  );
}
