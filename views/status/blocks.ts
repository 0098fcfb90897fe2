import type { Button, KnownBlock } from '@slack/types';
import type { Link } from '../../models/link.ts';
import { dayText, hourText, type Language, list, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Message } from '../../src/slack/message.ts';
import type { LinkStatus, Status } from '../../src/turnover/status.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { asText, button, buttons, context, header, plain, section } from '../blocks.ts';
import { actions } from '../ids.ts';
import { linksTable } from '../link/blocks.ts';

/** Most links shown at once: a message holds 50 blocks. */
const mostLinks = 15;

/** How Daybook is doing: links, last and next night, what is wrong; the buttons are for managers. */
export function statusMessage(
  status: Status,
  { language, isManager }: { language: Language; isManager: boolean },
): Message {
  const say = texts(language).status;
  const blocks = statusBlocks(status, { language, isManager });
  const links = status.links.map((link) => `${link.link.name}: ${linkLines(link, language).join(' ')}`);
  return { text: [say.title, ...(links.length > 0 ? links : [say.noLink])].join('. '), blocks };
}

export function statusBlocks(
  status: Status,
  { language, isManager }: { language: Language; isManager: boolean },
): KnownBlock[] {
  const say = texts(language).status;
  const channels = status.channels.map(({ channelId, hour, zone }) =>
    say.digest(channelId, hourText(hour, language), zone),
  );
  return [
    header(say.title),
    ...(status.links.length === 0 ? [section(say.noLink)] : []),
    ...status.links.slice(0, mostLinks).flatMap((link) => linkBlocks(link, { language, isManager })),
    context(...(channels.length > 0 ? channels.slice(0, 10) : [say.noDigest])),
    ...(isManager ? [managerButtons(status, language)] : []),
  ];
}

function linkBlocks(
  status: LinkStatus,
  { language, isManager }: { language: Language; isManager: boolean },
): KnownBlock[] {
  const { links } = texts(language);
  const { link, stores } = status;
  const row = isManager
    ? linksTable([status], language)
    : [section(`*${asText(link.name)}*\n${links.stores(stores)}`)];
  const handle = isManager ? pauseOrResume(link, language) : undefined;
  return [...row, section(linkLines(status, language).join('\n'), handle)];
}

function linkLines(status: LinkStatus, language: Language): string[] {
  const say = texts(language).status;
  const { link, lastNight, nextNight, failingNight, unmapped, zoneless, zone } = status;
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
    ...(unmapped.length > 0 ? [say.unmapped(asText(list(unmapped.slice(0, 20), language)))] : []),
    ...(zoneless.length > 0 ? [say.zoneless(asText(list(zoneless.slice(0, 20), language)))] : []),
  ];
  return [
    done,
    ...(nextNight === null ? [] : [say.nextNight(time(nextNight))]),
    ...(wrong.length > 0 ? wrong : [say.allWell]),
    ...rememberedLines(status, time, language),
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
function rememberedLines({ gone, recovered }: LinkStatus, time: Time, language: Language): string[] {
  const say = texts(language).linkStatus;
  return [
    ...(recovered ? [say.recovered(time(recovered.since), time(recovered.until))] : []),
    ...(gone.length > 0 ? [say.gone(asText(list(gone.slice(0, 20), language)))] : []),
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
      text: plain(isPaused ? linkStatus.resumeQuestion(link.name) : linkStatus.pauseQuestion(link.name)),
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
