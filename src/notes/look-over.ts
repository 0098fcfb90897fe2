import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';

/** The same weekday a year before: 52 weeks. */
export const weekdayYearBefore = (day: Day): Day => addDays(day, -364);

/**
 * The same date a year before: the 28th where there was no 29 February, and on the 28th the 29th as well where there was one
 * that would not come back else.
 */
export function datesYearBefore(day: Day): Day[] {
  const before = Temporal.PlainDate.from(day).subtract({ years: 1 });
  const next = before.add({ days: 1 }).toString();
  return [before.toString(), ...(day.endsWith('02-28') && next.endsWith('02-29') ? [next] : [])];
}

/** Has the digests looked over that say the notes of a day: its own, and those of a year later. Part of a transaction. */
export function lookOverDigests(context: Context, session: ClientSession, day: Day): Promise<void> {
  const yearLater = Temporal.PlainDate.from(day).add({ years: 1 }).toString();
  return digestsToCheck(context, session, [day, addDays(day, 364), yearLater]);
}
