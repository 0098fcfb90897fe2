import type { Button, KnownBlock } from '@slack/types';
import type { Link } from '../../models/link.ts';
import { dayText, hourText, type Language, list, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { LinkStatus, Status } from '../../src/turnover/status.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { asText, button, buttons, context, cut, header, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { linksTable } from '../link/blocks.ts';
import { nameList } from '../name-list.ts';

/** Most links shown at once: a message holds 50 blocks, and about 13,000 characters in all. */
const mostLinks = 10;

/** How many characters the names in one line of all the links shown may take together. */
const roomForNames = 2_000;

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
  const say = texts(language).status;
  const room = roomFor(status);
  const channels = status.channels.map(({ channelId, hour, zone }) =>
    say.digest(channelId, hourText(hour, language), zone),
  );
  return [
    header(say.title),
    ...(status.links.length === 0 ? [section(say.noLink)] : []),
    ...status.links.slice(0, mostLinks).flatMap((link) => linkBlocks(link, { language, isManager, room })),
    ...(status.links.length > mostLinks ? [context(`… +${status.links.length - mostLinks}`)] : []),
    context(...(channels.length > 0 ? channels.slice(0, 10) : [say.noDigest])),
    ...(isManager ? [managerButtons(status, language)] : []),
  ];
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

function linkLines(status: LinkStatus, { language, room }: { language: Language; room: number }): string[] {
  const say = texts(language).status;
  const { link, lastNight, nextNight, failingNight, unmapped, foreign, zoneless, zone } = status;
  const time = (at: Date | number) => timeText(at, zone, language);
  const done = lastNight?.doneAt
    ? say.lastNight(
        time(lastNight.doneAt),
        list(
          [-2, -1].map((days) => dayText(addDays(lastNight.date, days), language, lastNight.date)),
          language,
        ),
      )
    : say.noNight;
  const wrong = [
    ...healthLines(link, time, language),
    ...(failingNight ? [say.failing(time(failingNight.dueAt))] : []),
    ...(unmapped.length > 0 ? [say.unmapped(nameList(unmapped, language, room))] : []),
    ...(foreign.length > 0 ? [say.foreign(nameList(foreign, language, room))] : []),
    ...(zoneless.length > 0 ? [say.zoneless(nameList(zoneless, language, room))] : []),
  ];
  return [
    done,
    ...(nextNight === null ? [] : [say.nextNight(time(nextNight))]),
    ...(wrong.length > 0 ? wrong : [say.allWell]),
    ...rememberedLines(status, { time, language, room }),
  ];
}

/** What keeps a link from being read. */
function healthLines(link: Link, time: Time, language: Language): string[] {
  const say = texts(language).linkStatus;
  const since = link.state === 'paused' ? link.gaps.at(-1)?.from : link.troubleSince;
  if (!since) return [];
  switch (link.state) {
    case 'paused':
      return [say.paused(time(since))];
    case 'refused':
      return [(link.credential === 'oauth' ? say.consentLost : say.refused)(time(since))];
    default:
      return [say.troubled(time(since))];
  }
}

/** What is over or cannot be helped, and still good to know. */
function rememberedLines(
  { gone, recovered }: LinkStatus,
  { time, language, room }: { time: Time; language: Language; room: number },
): string[] {
  const say = texts(language).linkStatus;
  return [
    ...(recovered ? [say.recovered(time(recovered.since), time(recovered.until))] : []),
    ...(gone.length > 0 ? [say.gone(nameList(gone, language, room))] : []),
  ];
}

type Time = (at: Date | number) => string;

/** Pausing and resuming ask first: either changes what is read. */
function pauseOrResume(link: Link, language: Language): Button {
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

function managerButtons(status: Status, language: Language): KnownBlock {
  const say = texts(language).status;
  const first = status.links[0]?.link._id;
  return buttons(
    button({
      action: actions.openLink,
      text: say.link,
      ...(first === undefined ? { style: 'primary' as const } : {}),
    }),
    ...(first === undefined
      ? []
      : [
          button({ action: actions.importNow, text: say.importNow, value: first }),
          button({ action: actions.openBackfill, text: say.olderDays, value: first }),
          button({ action: actions.openBusinessDay, text: say.businessDays }),
        ]),
    button({ action: actions.openDepartments, text: say.departments }),
    button({ action: actions.openSettings, text: say.settings }),
  );
}
