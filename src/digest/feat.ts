import type { DayLog } from '../turnover/day-log.ts';
import { sumByCurrency } from '../turnover/sums.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';
import { alike, compareLogs, isOpen, linesOf, storeOf } from './comparison.ts';

/**
 * Something to be glad about. `best`: no such weekday was as good since a day, or since the first one that is known;
 * `streak`: so many days in a row were above the same weekday a week before.
 */
export type Feat = { kind: 'best'; since: Day; isFirstKnown: boolean } | { kind: 'streak'; days: number };

/** So many weeks must have been worse before a day is called the best: less is luck. */
const fewestWeeks = 12;
/** How far back is looked. */
export const weeksOfHistory = 104;

/** A streak is told when it reaches these lengths, not every day. */
const tellingStreaks = [5, 10, 15, 20, 25];
/** Every day in which the longest streak is looked for, closed days among them, and the week before the first of them. */
export const daysOfStreaks = (tellingStreaks.at(-1) ?? 0) * 2 + 7;

/**
 * The one feat of a day that is worth telling, from logs at hand; null where there is none, where not every store is in, or
 * where several currencies cannot be added.
 */
export function featOf(logs: ReadonlyMap<Day, DayLog>, day: Day): Feat | null {
  const log = logs.get(day);
  if (!log || log.storesIn === 0 || log.storesIn < log.storesExpected || log.sums.length !== 1) return null;
  return bestDay(logs, log) ?? streak(logs, day);
}

/** Held against earlier days by the stores that are open today: what other stores brought then is left out. */
function bestDay(logs: ReadonlyMap<Day, DayLog>, log: DayLog): Feat | null {
  const open = linesOf(log).filter(isOpen);
  const today = sumByCurrency(open)[0]?.turnover ?? 0;
  if (today <= 0) return null;
  let worse = 0;
  let first: Day | undefined;
  for (let week = 1; week <= weeksOfHistory; week += 1) {
    const earlier = logs.get(addDays(log.day, -7 * week));
    if (!earlier || !knowsAll(earlier, open)) break;
    const pair = alike(open, linesOf(earlier));
    // A store was closed then: such a day proves nothing either way.
    if (pair.now.length < open.length) continue;
    if ((sumByCurrency(pair.before)[0]?.turnover ?? 0) >= today) {
      return worse >= fewestWeeks ? { kind: 'best', since: earlier.day, isFirstKnown: false } : null;
    }
    worse += 1;
    first = earlier.day;
  }
  return first !== undefined && worse >= fewestWeeks
    ? { kind: 'best', since: first, isFirstKnown: true }
    : null;
}

/** Whether a log has all these stores, in whatever state. */
function knowsAll(log: DayLog, lines: readonly Parameters<typeof storeOf>[0][]): boolean {
  const known = new Set(linesOf(log).map(storeOf));
  return lines.every((line) => known.has(storeOf(line)));
}

function streak(logs: ReadonlyMap<Day, DayLog>, day: Day): Feat | null {
  const longest = tellingStreaks.at(-1) ?? 0;
  let days = 0;
  for (let back = 0; back <= longest * 2; back += 1) {
    const at = addDays(day, -back);
    const standing = standingOf(logs, at);
    if (standing === 'below') break;
    if (standing === 'above') days += 1;
  }
  return standingOf(logs, day) === 'above' && tellingStreaks.includes(days) ? { kind: 'streak', days } : null;
}

/** How a day did against the same weekday a week before; a day on which all was closed does not end a streak. */
function standingOf(logs: ReadonlyMap<Day, DayLog>, day: Day): 'above' | 'below' | 'closed' {
  const [log, earlier] = [logs.get(day), logs.get(addDays(day, -7))];
  if (!log || !earlier) return 'below';
  const lines = linesOf(log);
  if (lines.length > 0 && lines.every(({ closed }) => closed)) return 'closed';
  const { now, total, leftOut } = compareLogs(log, earlier);
  const [here, there] = [now[0], total[0]];
  const isAbove = now.length === 1 && here && there && here.turnover > there.turnover;
  return isAbove && leftOut.length === 0 ? 'above' : 'below';
}
