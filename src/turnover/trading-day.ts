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
}

/**
 * The instants between which a trading day of a store lies: 23, 25 or (where a zone skipped a date) 0 hours included.
 * Throws a RangeError for a day or zone that does not exist.
 */
export function dayBounds(day: Day, rule: DayRule): DayBounds {
  return { start: dayStart(day, rule), end: dayStart(addDays(day, 1), rule) };
}

/** The trading day in which an instant (epoch milliseconds) falls. */
export function dayOf(instant: number, rule: DayRule): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(rule.zone);
  // Where clocks move near the cut-off the wall date can be a day off: ask the bounds themselves.
  let day = local.toPlainDate().add({ days: 1 }).toString();
  while (dayStart(day, rule) > instant) day = addDays(day, -1);
  return day;
}

/** `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** How many calendar days lie from one day to a later one; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** Every day from `from` to `to`, both included; none when `to` is earlier. */
export function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
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

function dayStart(day: Day, { zone, cutOff }: DayRule): number {
  const key = `${day} ${cutOff} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  if (starts.size > 20_000) starts.clear();
  const start = instantAt(day, cutOff, zone);
  starts.set(key, start);
  return start;
}
