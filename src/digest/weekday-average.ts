import type { DayLog, FigureLine } from '../turnover/day-log.ts';
import { type Sum, sumByCurrency } from '../turnover/sums.ts';
import { isOpen, linesOf, type Pair, storeOf } from './comparison.ts';

/** What the stores that are in usually turn over on this weekday. */
export interface WeekdayAverage extends Pair {
  /** Over how many earlier days, at most; a store that was closed or not in has fewer. */
  weeks: number;
}

/** Fewer days than this make no average. */
const fewest = 2;

/**
 * A day against the average of earlier ones: each store's own average over the days on which it was in and open, rounded to
 * the minor unit. Stores without two such days are on neither side; null when no store has them.
 */
export function weekdayAverage(log: DayLog, earlier: readonly DayLog[]): WeekdayAverage | null {
  const known = Map.groupBy(earlier.flatMap(linesOf).filter(isOpen), lineKey);
  const now: { figure: FigureLine | null }[] = [];
  const usual: { figure: Sum }[] = [];
  let weeks = 0;
  for (const line of log.departments.flatMap(({ stores }) => stores)) {
    const before = known.get(lineKey(line)) ?? [];
    const [sum, ...others] = sumByCurrency(before);
    if (!isOpen(line) || !sum || others.length > 0 || before.length < fewest) continue;
    weeks = Math.max(weeks, before.length);
    now.push(line);
    usual.push({ figure: mean(sum, before.length) });
  }
  return weeks === 0 ? null : { weeks, now: sumByCurrency(now), before: sumByCurrency(usual) };
}

/** A store's line of the same part of it, in whichever department. */
const lineKey = (line: Parameters<typeof storeOf>[0]) => `${storeOf(line)} ${line.percent ?? 100}`;

const mean = ({ currency, turnover, sales }: Sum, count: number): Sum => ({
  currency,
  turnover: Math.round(turnover / count),
  sales: Math.round(sales / count),
});
