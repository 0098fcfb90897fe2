import { addDays, type Day, type DayRule, dayBegins, dayOf, instantAt } from './trading-day.ts';

/** The local hour at which nights begin. */
const nightHour = 3;

/** What decides when a night of a zone may begin. */
export interface NightRule {
  zone: string;
  /** When the days of the zone's stores begin; at least one. */
  rules: readonly DayRule[];
}

/**
 * When the night of a date begins, epoch milliseconds: at 03:00 local, or when the last store's day before that date has
 * ended, whichever is later.
 */
export function nightBegins(date: Day, { zone, rules }: NightRule): number {
  return Math.max(instantAt(date, nightHour, zone), dayBefore(date, rules));
}

/** The date of the latest night that has begun by an instant (epoch milliseconds). */
export function latestNight(now: number, rule: NightRule): Day {
  return latest(now, rule, (date) => nightBegins(date, rule));
}

/** The date of the latest night that could be run by an instant, even before 03:00: every store's day before it has ended. */
export function latestPossibleNight(now: number, rule: NightRule): Day {
  return latest(now, rule, (date) => dayBefore(date, rule.rules));
}

function latest(now: number, { zone }: NightRule, begins: (date: Day) => number): Day {
  let date = dayOf(now, { zone, cutOff: 0 });
  while (begins(date) > now) date = addDays(date, -1);
  return date;
}

/** When the last store's day before a date has ended. */
function dayBefore(date: Day, rules: readonly DayRule[]): number {
  return Math.max(...rules.map((rule) => dayBegins(date, rule)));
}
