import { count, dayText, hourText, type Language, list, timeText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { LinkStatus } from '../../src/turnover/status.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { nameList } from '../name-list.ts';

/** In which words a link is told, and how many characters the names in one line may take. */
interface Look {
  language: Language;
  room: number;
}

type Time = (at: Date | number) => string;

/** How one link is doing, a line each: last and next import, what is wrong, and what is good to know. */
export function linkLines(status: LinkStatus, look: Look): string[] {
  const { language } = look;
  const say = texts(language).status;
  const { link, lastNight, zone } = status;
  // With a refused key the next one brings nothing: what is wrong says what helps.
  const nextNight = link.state === 'refused' ? null : status.nextNight;
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
  const wrong = [...healthLines(status, time, language), ...storeLines(status, time, look)];
  return [
    done,
    ...(nextNight === null ? [] : [say.nextNight(time(nextNight))]),
    ...(wrong.length > 0 ? wrong : [say.allWell]),
    ...rememberedLines(status, time, look),
    ...specialLines(status, look),
  ];
}

/** What keeps a link from being read. */
function healthLines(status: LinkStatus, time: Time, language: Language): string[] {
  const { linkStatus, linkMore } = texts(language);
  const { link, consentEnds } = status;
  const ending = consentEnds ? [linkMore.consentEnds(time(consentEnds))] : [];
  const since = link.state === 'paused' ? link.gaps.at(-1)?.from : link.troubleSince;
  if (!since) return ending;
  switch (link.state) {
    case 'paused':
      return [linkStatus.paused(time(since)), ...ending];
    case 'refused':
      return [refusalLine(status, language)(time(since))];
    default:
      return [linkStatus.troubled(time(since)), ...ending];
  }
}

/** Why no key opens the account, since when. */
function refusalLine({ link, failingNight }: LinkStatus, language: Language): (since: string) => string {
  const say = texts(language).linkStatus;
  if (failingNight?.failure === 'AccessDeniedError') return say.denied[link.series];
  if (failingNight?.failure === 'VaultError') return say.unopened;
  return link.credential === 'oauth' ? say.consentLost : say.refused;
}

/** Stores that are not read or in no total, and when a failed night is tried again. */
function storeLines(
  { failingNight, unmapped, foreign, zoneless }: LinkStatus,
  time: Time,
  { language, room }: Look,
): string[] {
  const say = texts(language).status;
  const named = (words: (names: string) => string, names: readonly string[]) =>
    names.length > 0 ? [words(nameList(names, language, room))] : [];
  return [
    ...(failingNight ? [say.failing(time(failingNight.dueAt))] : []),
    ...named(say.unmapped, unmapped),
    ...named(say.foreign, foreign),
    ...named(say.zoneless, zoneless),
  ];
}

/** What is over or cannot be helped, and still good to know. */
function rememberedLines({ gone, recovered }: LinkStatus, time: Time, { language, room }: Look): string[] {
  const say = texts(language).linkStatus;
  return [
    ...(recovered ? [say.recovered(time(recovered.since), time(recovered.until))] : []),
    ...(gone.length > 0 ? [say.gone(nameList(gone, language, room))] : []),
  ];
}

/** What someone set or asked for. */
function specialLines({ ignored, ownDays, backfill }: LinkStatus, { language, room }: Look): string[] {
  const { linkMore, backfill: say } = texts(language);
  const days = ownDays.map(({ name, cutOff }) => linkMore.ownDay(name, hourText(cutOff, language)));
  return [
    ...(ignored.length > 0 ? [linkMore.ignored(nameList(ignored, language, room))] : []),
    ...(days.length > 0 ? [linkMore.ownDays(nameList(days, language, room))] : []),
    ...(backfill
      ? [
          linkMore.backfill(
            count(backfill.daysDone, language),
            count(backfill.daysAll, language),
            say.state[backfill.state],
          ),
        ]
      : []),
  ];
}
