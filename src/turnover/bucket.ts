import { firstOf, lengthOf, type Span } from './span.ts';
import { addDays, type Day } from './trading-day.ts';

/** By what a range is cut to be looked at. */
export type BucketUnit = 'day' | 'week' | 'month';

/** A month by day, a quarter by week, a year by month: never more lines than an eye takes in. */
export function usualUnit(span: Span): BucketUnit {
  const days = lengthOf(span);
  if (days <= 35) return 'day';
  return days <= 190 ? 'week' : 'month';
}

/** The days, weeks (from Monday) or calendar months of a range, in order; the first and last may be cut short. */
export function bucketsOf(span: Span, unit: BucketUnit): Span[] {
  const buckets: Span[] = [];
  for (let from = span.from; from <= span.to; ) {
    const to = firstOf(endOf(from, unit), span.to);
    buckets.push({ from, to });
    from = addDays(to, 1);
  }
  return buckets;
}

/** Whether a range is cut into more than one day, week or month. */
export function isCut({ from, to }: Span, unit: BucketUnit): boolean {
  return endOf(from, unit) < to;
}

/** Whether a part is a whole day, week or month: the first and the last of a range may be cut short. */
export function isWhole({ from, to }: Span, unit: BucketUnit): boolean {
  if (to !== endOf(from, unit)) return false;
  if (unit === 'month') return from.endsWith('-01');
  return unit === 'day' || Temporal.PlainDate.from(from).dayOfWeek === 1;
}

function endOf(day: Day, unit: BucketUnit): Day {
  const date = Temporal.PlainDate.from(day);
  if (unit === 'month') return date.with({ day: date.daysInMonth }).toString();
  return unit === 'week' ? date.add({ days: 7 - date.dayOfWeek }).toString() : day;
}
