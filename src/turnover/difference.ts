import type { Vat } from '../../models/workspace.ts';
import { turnoverOf } from './changes.ts';
import type { StoreComparison } from './compare-day.ts';
import { add } from './money.ts';

/** By how much Lightspeed differs from what is kept, minor units, and the two parts that add up to it. */
export interface Difference {
  whole: number;
  /** What sales that were voided since took away. */
  voided: { sales: number; amount: number };
  /** What was changed, added or moved since: of a final day the sales themselves are not remembered. */
  rest: number;
}

/** Splits the difference of a store; one of which nothing is kept has no part that is known. */
export function differenceOf({ kept, now, voidedSince }: StoreComparison, vat: Vat): Difference {
  const whole = add(turnoverOf(now, vat), kept ? -turnoverOf(kept, vat) : 0);
  const voided = { sales: voidedSince.sales, amount: turnoverOf(voidedSince, vat) };
  return { whole, voided, rest: add(whole, -voided.amount) };
}
