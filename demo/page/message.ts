import type { PageFile, PageMessage, Snapshot } from '../page-server/shared.ts';
import { blocks } from './blocks.ts';
import { clockText } from './dates.ts';
import { type Child, h } from './dom.ts';
import { list, str } from './json.ts';
import { mrkdwn } from './mrkdwn.ts';
import { addressOf, type Place } from './route.ts';
import { languageOf } from './spoken.ts';
import { namesOf, type Spot } from './spot.ts';

/** One message, with the way to its thread where it may have one. */
export function message(
  of: PageMessage,
  snapshot: Snapshot,
  thread?: { replies: number; place: Place },
): Child {
  const names = namesOf(snapshot);
  const spot: Spot = {
    target: { channel: of.channel, ts: of.ts },
    scope: `m${of.ts}`,
    values: of.values,
    errors: {},
    snapshot,
    names,
  };
  const at = Number(of.ts) * 1000;
  return h(
    'li',
    { key: of.ts, class: of.isEphemeral ? 'message private' : 'message', 'data-ts': of.ts },
    h(
      'article',
      { 'aria-label': `${names.person(of.user)}, ${clockText(at, snapshot.me.locale, snapshot.zone)}` },
      h(
        'header',
        {},
        h('strong', {}, names.person(of.user)),
        of.fromApp && h('span', { class: 'badge' }, 'app'),
        h('time', { datetime: new Date(at).toISOString() }, clockText(at, snapshot.me.locale, snapshot.zone)),
        of.isEdited && h('span', { class: 'quiet' }, 'edited'),
        of.isEphemeral && h('span', { class: 'quiet' }, 'only you see this'),
      ),
      h(
        'div',
        { class: 'said', lang: languageOf(of, snapshot) },
        of.blocks.length > 0 ? blocks(of.blocks, spot) : h('div', { class: 'block' }, mrkdwn(of.text, names)),
        of.attachments.map((each) =>
          h('blockquote', {}, blocks(list(each['blocks']), spot), str(each['text'])),
        ),
        of.files.map(file),
      ),
      thread && threadLink(of, thread),
    ),
  );
}

function threadLink(of: PageMessage, { replies, place }: { replies: number; place: Place }): Child | false {
  if (of.isEphemeral || !('thread' in place)) return false;
  const words =
    replies === 0 ? 'Reply in thread' : `${replies} ${replies === 1 ? 'reply' : 'replies'} in thread`;
  return h(
    'a',
    { class: replies === 0 ? 'thread quiet' : 'thread', href: addressOf({ ...place, thread: of.ts }) },
    words,
  );
}

function file({ id, name, title, altText, size }: PageFile): Child {
  const address = `/files/${id}`;
  if (/\.(?:png|jpe?g|gif)$/i.test(name)) {
    return h(
      'figure',
      { class: 'image' },
      h('figcaption', {}, title),
      h('img', { src: address, alt: altText || title, class: 'large' }),
    );
  }
  return h('a', { class: 'file', href: address, download: name }, `${title} (${Math.ceil(size / 1024)} kB)`);
}
