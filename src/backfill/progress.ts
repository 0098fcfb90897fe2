import type { Backfill } from '../../models/backfill.ts';
import { daysBetween } from '../turnover/trading-day.ts';

/** How far a backfill is. */
export interface BackfillProgress {
  backfillId: string;
  account: string;
  from: string;
  to: string;
  state: Backfill['state'];
  daysDone: number;
  daysAll: number;
  /** The name of the last error, while it is being tried again. */
  failure: string | null;
}

/** How far a backfill of this account is (pure). */
export function progressOf(backfill: Backfill, account: string): BackfillProgress {
  const { _id, from, to, next, state, failure } = backfill;
  return {
    backfillId: _id,
    account,
    from,
    to,
    state,
    daysDone: Math.max(0, daysBetween(next, to)),
    daysAll: daysBetween(from, to) + 1,
    failure,
  };
}
