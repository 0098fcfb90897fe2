import type { DayLog } from '../turnover/day-log.ts';
import { add } from '../turnover/money.ts';
import { sumByCurrency } from '../turnover/sums.ts';
import { alike, linesOf, storeOf } from './comparison.ts';

/** Which stores made the difference to an earlier day, in one currency. */
export interface Movers {
  currency: string;
  /** Minor units; the stores named and the others add up to it. */
  change: number;
  stores: Mover[];
  /** All others together. */
  others: { stores: number; change: number };
}

export interface Mover {
  name: string;
  /** Minor units. */
  now: number;
  before: number;
}

/** How many stores are named: a list of all explains nothing. */
const mostNamed = 3;

/** The stores that moved most between two days, by amount, of those that can be compared; null where one or none can. */
export function topMovers(log: DayLog, earlier: DayLog): Movers | null {
  const pair = alike(linesOf(log), linesOf(earlier));
  const before = Map.groupBy(pair.before, storeOf);
  const stores = [...Map.groupBy(pair.now, storeOf)].flatMap(([key, lines]) => {
    const [sum] = sumByCurrency(lines);
    const [then] = sumByCurrency(before.get(key) ?? []);
    const name = lines[0]?.name ?? '';
    if (!sum || !then || sum.currency !== then.currency) return [];
    return [{ name, currency: sum.currency, now: sum.turnover, before: then.turnover }];
  });
  const [currency, ...others] = new Set(stores.map((store) => store.currency));
  if (currency === undefined || others.length > 0 || stores.length < 2) return null;

  const sorted = stores.toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  const named = sorted.slice(0, mostNamed).filter((store) => changeOf(store) !== 0);
  const rest = sorted.slice(named.length);
  if (named.length === 0) return null;
  return {
    currency,
    change: total(sorted),
    stores: named.map(({ name, now, before: then }) => ({ name, now, before: then })),
    others: { stores: rest.length, change: total(rest) },
  };
}

/** By how much a store moved, minor units. */
export const changeOf = ({ now, before }: Pick<Mover, 'now' | 'before'>) => add(now, -before);

const total = (stores: readonly Pick<Mover, 'now' | 'before'>[]) =>
  stores.reduce((sum, store) => add(sum, changeOf(store)), 0);
