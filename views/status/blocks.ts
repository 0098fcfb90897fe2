import type { Button, KnownBlock } from '@slack/types';
import type { Channel } from '../../models/channel.ts';
import type { Link } from '../../models/link.ts';
import { hourText, type Language, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { LinkStatus, Status } from '../../src/turnover/status.ts';
import { asText, button, context, cut, header, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { linksTable } from '../link/blocks.ts';
import { mendText } from '../notices/blocks.ts';
import { wayBlocks } from '../ways.ts';
import { linkLines } from './link-lines.ts';

/** Most links shown at once: a message holds 50 blocks, and about 13,000 characters in all. */
const mostLinks = 10;

/** How many characters the names in one line of all the links shown may take together. */
const roomForNames = 700;

/** How Daybook is doing: links, last and next night, what is wrong; the buttons are for managers. */
export function statusMessage(
  status: Status,
  { language, isManager }: { language: Language; isManager: boolean },
): Message {
  const say = texts(language).status;
  const blocks = statusBlocks(status, { language, isManager });
  const room = roomFor(status);
  const links = status.links
    .slice(0, mostLinks)
    .map((link) => `${asText(link.link.name)}: ${linkLines(link, { language, room }).join(' ')}`);
  return { text: [say.title, ...(links.length > 0 ? links : [say.noLink])].join('. '), blocks };
}

export function statusBlocks(
  status: Status,
  { language, isManager }: { language: Language; isManager: boolean },
): KnownBlock[] {
  const { status: say, linkMore, vat } = texts(language);
  const room = roomFor(status);
  const channels = status.channels.map((channel) => channelLine(channel, language));
  return [
    header(say.title),
    ...(status.links.length === 0 ? [section(say.noLink)] : []),
    ...status.links.slice(0, mostLinks).flatMap((link) => linkBlocks(link, { language, isManager, room })),
    ...(status.links.length > mostLinks ? [context(`… +${status.links.length - mostLinks}`)] : []),
    context(...(channels.length > 0 ? channels.slice(0, 9) : [say.noDigest]), linkMore.vat(vat[status.vat])),
    ...(isManager ? wayBlocks(status.links[0]?.link._id, language) : []),
  ];
}

/** Where a digest goes, and what keeps it from getting there. */
function channelLine({ channelId, hour, zone, trouble }: Channel, language: Language): string {
  const { status, channels } = texts(language);
  const line = status.digest(channelId, hourText(hour, language), zone);
  if (!trouble) return line;
  return `${line} ${channels.trouble(timeText(trouble.since, zone, language), mendText(trouble.code, language))}`;
}

/** How many characters the names in one line of one link may take. */
function roomFor({ links }: Status): number {
  return roomForNames / Math.min(Math.max(1, links.length), mostLinks);
}

function linkBlocks(
  status: LinkStatus,
  { language, isManager, room }: { language: Language; isManager: boolean; room: number },
): KnownBlock[] {
  const { links } = texts(language);
  const { link, stores } = status;
  const row = isManager
    ? linksTable([status], language)
    : [section(`*${asText(link.name)}*\n${links.stores(stores)}`)];
  const handle = isManager ? pauseOrResume(link, language) : undefined;
  return [...row, section(linkLines(status, { language, room }).join('\n'), handle)];
}

/** Pausing and resuming ask first: either changes what is read. */
export function pauseOrResume(link: Link, language: Language): Button {
  const { linkStatus, common } = texts(language);
  const isPaused = link.state === 'paused';
  const look = isPaused
    ? { action: actions.resumeLink, text: linkStatus.resume, label: linkStatus.resumeLabel(link.name) }
    : { action: actions.pauseLink, text: linkStatus.pause, label: linkStatus.pauseLabel(link.name) };
  return {
    ...button({ ...look, value: link._id }),
    confirm: {
      title: plain(isPaused ? linkStatus.resumeTitle : linkStatus.pauseTitle),
      text: plain(
        cut(isPaused ? linkStatus.resumeQuestion(link.name) : linkStatus.pauseQuestion(link.name), 300),
      ),
      confirm: plain(look.text),
      deny: plain(common.cancel),
    },
  };
}
