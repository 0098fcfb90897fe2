import { readSpan } from './read-span.ts';
import { addDays, type Day } from './trading-day.ts';

/** What a person typed for one day, understood; yesterday for nothing; undefined when it is no day, or several. */
export function readDay(typed: string, today: Day): Day | undefined {
  if (typed.trim() === '') return addDays(today, -1);
  const reading = readSpan(typed, today);
  if (reading.kind !== 'span' || reading.span.from !== reading.span.to) return undefined;
  return reading.span.from;
}
