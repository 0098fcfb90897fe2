import { addDays, type Day, daysBetween } from './trading-day.ts';

/** Days in a row, both ends included. */
export interface Span {
  from: Day;
  to: Day;
}

/** What people would call some days in a row: a whole calendar month is a month, however it was asked for. */
export type SpanShape =
  | { kind: 'day' | 'days' }
  | { kind: 'weeks' | 'months'; count: number }
  | { kind: 'quarter'; quarter: number }
  | { kind: 'year' };

/** One day as a range. */
export function oneDay(day: Day): Span {
  return { from: day, to: day };
}

/** How many days a range has. */
export function lengthOf({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** The earlier of two days. */
export function firstOf(left: Day, right: Day): Day {
  return [left, right].sort()[0] ?? left;
}

/** The later of two days. */
export function lastOf(left: Day, right: Day): Day {
  return [left, right].sort()[1] ?? left;
}

/** A range as it is written in a command or a button: `2024-05-01`, or `2024-05-01..2024-05-31`. */
export function spanCode({ from, to }: Span): string {
  return from === to ? from : `${from}..${to}`;
}

/** What a range is called; weeks begin on Monday. */
export function shapeOf(span: Span): SpanShape {
  if (span.from === span.to) return { kind: 'day' };
  const from = Temporal.PlainDate.from(span.from);
  const after = Temporal.PlainDate.from(span.to).add({ days: 1 });
  if (from.day === 1 && after.day === 1) {
    const count = from.until(after, { largestUnit: 'month' }).months;
    if (count === 12 && from.month === 1) return { kind: 'year' };
    if (count === 3 && from.month % 3 === 1) return { kind: 'quarter', quarter: (from.month + 2) / 3 };
    return { kind: 'months', count };
  }
  if (from.dayOfWeek === 1 && after.dayOfWeek === 1) return { kind: 'weeks', count: lengthOf(span) / 7 };
  return { kind: 'days' };
}

/** The range of the same kind directly before (`by` -1) or after (1): last month, the next seven days. */
export function neighbour(span: Span, by: -1 | 1): Span {
  const months = monthsOf(shapeOf(span));
  if (months !== undefined) return shiftMonths(span, by * months);
  return shiftDays(span, by * lengthOf(span));
}

/**
 * The earlier ranges a range is held against: the one before, and a year earlier. Days and weeks keep their weekdays, so they
 * move by whole weeks (52 for a year); months, quarters and years go by the calendar. Of a range that is not over only the
 * days up to `to` count: then the earlier ones have no more days than it has.
 */
export function earlierSpans(asked: Span, to: Day = asked.to): { before: Span; yearEarlier: Span } {
  const months = monthsOf(shapeOf(asked));
  const now = { from: asked.from, to };
  if (months === undefined) {
    const weeks = Math.ceil(lengthOf(asked) / 7);
    return { before: shiftDays(now, -7 * weeks), yearEarlier: shiftDays(now, -364) };
  }
  const cut = (whole: Span): Span => {
    const last = addDays(whole.from, lengthOf(now) - 1);
    return to === asked.to || last > whole.to ? whole : { from: whole.from, to: last };
  };
  return { before: cut(shiftMonths(asked, -months)), yearEarlier: cut(shiftMonths(asked, -12)) };
}

/** How many months a range of whole calendar months has. */
function monthsOf(shape: SpanShape): number | undefined {
  if (shape.kind === 'year') return 12;
  if (shape.kind === 'quarter') return 3;
  return shape.kind === 'months' ? shape.count : undefined;
}

function shiftDays({ from, to }: Span, days: number): Span {
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** Whole months, so that the end is the end of a month again. */
function shiftMonths({ from, to }: Span, months: number): Span {
  const shift = (day: Day) => Temporal.PlainDate.from(day).add({ months }).toString();
  return { from: shift(from), to: addDays(shift(addDays(to, 1)), -1) };
}
