import type { DayLog, StoreLine } from '../turnover/day-log.ts';
import { type Sum, sumByCurrency } from '../turnover/sums.ts';
import type { Day } from '../turnover/trading-day.ts';

/** A day held against an earlier one, as far as the same stores were in and open on both. */
export interface Comparison {
  /** The earlier day. */
  day: Day;
  /** What these stores turned over then, by currency; empty where no store can be held against itself. */
  total: Sum[];
  /** What the same stores turned over now. */
  now: Sum[];
  /** The same by department id, each with the stores it had on both days. */
  departments: Map<string, Sum[]>;
  departmentsNow: Map<string, Sum[]>;
  /** How many stores are compared. */
  stores: number;
  /** The names of stores that are in now and could not be: growth that comes from counting more stores is no growth. */
  leftOut: string[];
}

/** What stores turned over on two occasions. */
export interface Pair {
  now: Sum[];
  before: Sum[];
}

/** Holds a day's log against that of an earlier day. */
export function compareLogs(log: DayLog, earlier: DayLog): Comparison {
  const then = new Map(earlier.departments.map((line) => [line.departmentId, line.stores]));
  const whole = alike(linesOf(log), linesOf(earlier));
  const departments = log.departments.map(({ departmentId, stores }) => {
    const { now, before } = alike(stores, then.get(departmentId) ?? []);
    return { departmentId, now: sumByCurrency(now), before: sumByCurrency(before) };
  });
  const compared = new Set(whole.now.map(storeOf));
  const leftOut = linesOf(log).filter((line) => isOpen(line) && !compared.has(storeOf(line)));
  return {
    day: earlier.day,
    total: sumByCurrency(whole.before),
    now: sumByCurrency(whole.now),
    departments: new Map(departments.map(({ departmentId, before }) => [departmentId, before])),
    departmentsNow: new Map(departments.map(({ departmentId, now }) => [departmentId, now])),
    stores: compared.size,
    leftOut: [...new Map(leftOut.map((line) => [storeOf(line), line.name])).values()],
  };
}

/** Every line of a log that counts. */
export const linesOf = ({ departments }: DayLog) => departments.flatMap(({ stores }) => stores);

export const storeOf = ({ linkId, storeId }: StoreLine) => `${linkId} ${storeId}`;

/** Whether a store is in and was not closed. */
export const isOpen = ({ figure, closed }: StoreLine) => figure !== null && !closed;

/** The lines of stores that were open on both occasions, with the same part of each. */
export function alike(
  now: readonly StoreLine[],
  before: readonly StoreLine[],
): { now: StoreLine[]; before: StoreLine[] } {
  const [nowBy, beforeBy] = [Map.groupBy(now, storeOf), Map.groupBy(before, storeOf)];
  const same = (key: string) => {
    const [here, there] = [nowBy.get(key) ?? [], beforeBy.get(key) ?? []];
    return here.every(isOpen) && there.length > 0 && there.every(isOpen) && partOf(here) === partOf(there);
  };
  const keys = new Set([...nowBy.keys()].filter(same));
  const kept = (line: StoreLine) => keys.has(storeOf(line));
  return { now: now.filter(kept), before: before.filter(kept) };
}

/** How much of a store its lines are together, per cent. */
function partOf(lines: readonly StoreLine[]): number {
  return Math.round(lines.reduce((sum, { percent = 100 }) => sum + percent, 0) * 100);
}
