import type { Folded, StoreTotal } from './fold-range.ts';
import type { Span } from './span.ts';
import { addInto, type Sum } from './sums.ts';

/** The turnover of the same stores in two ranges, with every day of both. */
export interface Pair {
  now: Sum[];
  earlier: Sum[];
}

/** A range held against an earlier one. */
export interface RangeComparison {
  span: Span;
  /** All that is known of the earlier range. */
  sums: Sum[];
  /** What may be called growth: only stores that have every day of both ranges; null where there is none. */
  fair: (Pair & { stores: number; ofStores: number }) | null;
  /** How many days of the earlier range are complete. */
  daysComplete: number;
  /** By department id; null where its stores are not the same ones, or lack days. */
  departments: Map<string, Pair | null>;
}

/**
 * Holds a range against an earlier one, like for like: a store that was not there, or lacks a day in either of them, would
 * look like growth or decline and is left out.
 */
export function compareRanges(now: Folded, earlier: Folded): RangeComparison {
  const { fair, stores, ofStores } = fairPair(
    { range: now, stores: now.stores },
    { range: earlier, stores: earlier.stores },
  );
  const departments = [...now.departments].map(([id, { stores: own }]): [string, Pair | null] => {
    const others = earlier.departments.get(id)?.stores ?? new Map();
    const held = fairPair({ range: now, stores: own }, { range: earlier, stores: others });
    return [id, held.stores > 0 && held.stores === held.ofStores ? held.fair : null];
  });
  return {
    span: earlier.span,
    sums: earlier.sums,
    fair: stores > 0 ? { ...fair, stores, ofStores } : null,
    daysComplete: earlier.days.filter(isComplete).length,
    departments: new Map(departments),
  };
}

/** Whether every store that is waited for on a day is in. */
export function isComplete(day: { expected: number; in: number }): boolean {
  return day.expected > 0 && day.in === day.expected;
}

interface Side {
  range: Folded;
  stores: ReadonlyMap<string, StoreTotal>;
}

function fairPair(now: Side, earlier: Side): { fair: Pair; stores: number; ofStores: number } {
  const fair: Pair = { now: [], earlier: [] };
  let count = 0;
  for (const [key, store] of now.stores) {
    const before = earlier.stores.get(key);
    if (!before || !isWhole(store, now.range) || !isWhole(before, earlier.range)) continue;
    count += 1;
    for (const sum of store.sums) addInto(fair.now, sum);
    for (const sum of before.sums) addInto(fair.earlier, sum);
  }
  return { fair, stores: count, ofStores: new Set([...now.stores.keys(), ...earlier.stores.keys()]).size };
}

function isWhole(store: StoreTotal, { days }: Folded): boolean {
  return store.in === days.length;
}
