/** A day as people write it, `YYYY-MM-DD`. */
export type Day = string;

/** From `start` (included) to `end` (excluded), epoch milliseconds. */
export interface DayBounds {
  start: number;
  end: number;
}

/** What decides when a store's day begins. */
export interface DayRule {
  /** IANA zone. */
  zone: string;
  /** The hour, 0-6, at which a new trading day begins. */
  cutOff: number;
  /** What holds instead from some day on, in any order. */
  changes?: readonly DayRuleChange[];
}

/** Another zone or cut-off hour, from a day (included) on. */
export interface DayRuleChange {
  from: Day;
  /** Null: the zone as it was before any change. */
  zone: string | null;
  cutOff: number;
}

/**
 * The instants between which a trading day of a store lies: 23, 25 or (where a zone skipped a date) 0 hours included. It
 * ends where the next one starts, so that days tile time also where the rule changes between them.
 * Throws a RangeError for a day or zone that does not exist.
 */
export function dayBounds(day: Day, rule: DayRule): DayBounds {
  return { start: dayBegins(day, rule), end: dayBegins(addDays(day, 1), rule) };
}

/** The zone and cut-off hour that hold on a day. */
export function ruleOn(rule: DayRule, day: Day): { zone: string; cutOff: number } {
  const { zone, cutOff, changes = [] } = rule;
  let last: DayRuleChange | undefined;
  for (const change of changes) {
    if (change.from <= day && (!last || change.from >= last.from)) last = change;
  }
  return last ? { zone: last.zone ?? zone, cutOff: last.cutOff } : { zone, cutOff };
}

/** The trading day in which an instant (epoch milliseconds) falls. */
export function dayOf(instant: number, rule: DayRule): Day {
  const key = rule.changes?.length ? undefined : `${rule.cutOff} ${rule.zone}`;
  const known = key === undefined ? undefined : latestDays.get(key);
  if (known && known.start <= instant && instant < known.end) return known.day;
  const day = dayFound(instant, rule);
  if (key !== undefined) latestDays.set(key, { day, ...dayBounds(day, rule) });
  return day;
}

/** The day asked for last by what makes it: ten thousand stores of a chain are asked one after another about the same instant. */
const latestDays = new Map<string, DayBounds & { day: Day }>();

function dayFound(instant: number, rule: DayRule): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(rule.zone);
  // Where clocks move near the cut-off, or the zone was changed, the wall date can be off: ask the bounds themselves.
  let day = local.toPlainDate().add({ days: 2 }).toString();
  while (dayBegins(day, rule) > instant) day = addDays(day, -1);
  return day;
}

/** `count` calendar days later (earlier when negative). Throws a RangeError for what is no day. */
export function addDays(day: Day, count: number): Day {
  return dayAt(midnightOf(day) + count * dayLength);
}

/** How many calendar days lie from one day to a later one; 0 for the same day. Throws a RangeError for what is no day. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightOf(to) - midnightOf(from)) / dayLength;
}

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = midnightOf(from);
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, index) => dayAt(first + index * dayLength));
}

/** In UTC every day has as many milliseconds: counting them is exact, and a year takes Temporal ten times as long. */
const dayLength = 86_400_000;

function midnightOf(day: Day): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Date takes the 30th of February for the first of March.
  if (Number.isNaN(midnight) || dayAt(midnight) !== day) throw new RangeError('not a day');
  return midnight;
}

function dayAt(midnight: number): Day {
  return new Date(midnight).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** The first instant whose wall clock in the zone shows this hour of this date or later. */
export function instantAt(day: Day, hour: number, zone: string): number {
  const wanted = Temporal.PlainDate.from(day).toPlainDateTime({ hour });
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return earlier.epochMilliseconds;
  // The wall clock never showed it: the day begins where the gap ends.
  const gapEnd = earlier.getTimeZoneTransition('next');
  if (!gapEnd) throw new RangeError(`no ${hour}:00 on ${day} in ${zone}`);
  return gapEnd.epochMilliseconds;
}

/** Whether the runtime knows this zone. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone !== '';
  } catch {
    return false;
  }
}

const starts = new Map<string, number>();

/** When a trading day of a store begins, epoch milliseconds. Throws a RangeError for a day or zone that does not exist. */
export function dayBegins(day: Day, rule: DayRule): number {
  const { zone, cutOff } = ruleOn(rule, day);
  const key = `${day} ${cutOff} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (starts.size > 20_000) starts.clear();
  const start = instantAt(day, cutOff, zone);
  starts.set(key, start);
  return start;
}
