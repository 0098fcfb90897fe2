import type { DayLog, StoreLine } from '../turnover/day-log.ts';
import type { Span } from '../turnover/span.ts';
import { type Sum, sumByCurrency } from '../turnover/sums.ts';
import { addDays, type Day, daysFrom } from '../turnover/trading-day.ts';
import { linesOf, type Pair, storeOf } from './comparison.ts';

/** What a week or a month has brought so far. */
export interface ToDate extends Span {
  total: Sum[];
  /** Days of which every expected store is in. */
  daysIn: number;
  days: number;
  /** The same stretch of the week or month before, by stores that are in on every day of both; null where none is. */
  before: (Span & Pair) | null;
}

/** The week (Monday first) up to a day, and the same days of the week before. */
export function weekToDate(day: Day): { span: Span; before: Span } {
  const from = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
  return { span: { from, to: day }, before: { from: addDays(from, -7), to: addDays(day, -7) } };
}

/** The month up to a day, and the month before up to the same date, or to its end where it is shorter. */
export function monthToDate(day: Day): { span: Span; before: Span } {
  const date = Temporal.PlainDate.from(day);
  const earlier = date.subtract({ months: 1 });
  return {
    span: { from: date.with({ day: 1 }).toString(), to: day },
    before: { from: earlier.with({ day: 1 }).toString(), to: earlier.toString() },
  };
}

/** What a stretch of days brought, from logs at hand; null where it is a single day, which the digest tells anyway. */
export function toDate(
  logs: ReadonlyMap<Day, DayLog>,
  { span, before }: { span: Span; before: Span },
): ToDate | null {
  if (span.from === span.to) return null;
  const [now, then] = [logsOf(logs, span), logsOf(logs, before)];
  const always = inEveryDay([...now, ...then]);
  const kept = (line: StoreLine) => always.has(storeOf(line));
  return {
    ...span,
    total: sumByCurrency(now.flatMap(linesOf)),
    daysIn: now.filter(({ storesIn, storesExpected }) => storesIn > 0 && storesIn === storesExpected).length,
    days: now.length,
    before:
      always.size === 0
        ? null
        : {
            ...before,
            now: sumByCurrency(now.flatMap(linesOf).filter(kept)),
            before: sumByCurrency(then.flatMap(linesOf).filter(kept)),
          },
  };
}

function logsOf(logs: ReadonlyMap<Day, DayLog>, { from, to }: Span): DayLog[] {
  return daysFrom(from, to).flatMap((day) => logs.get(day) ?? []);
}

/** The stores of which every day has a figure. A day on which one was closed is a day of its month all the same. */
function inEveryDay(logs: readonly DayLog[]): Set<string> {
  const inOn = logs.map(
    (log) =>
      new Set(
        linesOf(log)
          .filter(({ figure }) => figure)
          .map(storeOf),
      ),
  );
  const [first = new Set<string>(), ...others] = inOn;
  return new Set([...first].filter((store) => others.every((stores) => stores.has(store))));
}
