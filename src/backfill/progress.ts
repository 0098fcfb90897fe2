import type { Backfill } from '../../models/backfill.ts';
import type { Link } from '../../models/link.ts';
import { daysBetween } from '../turnover/trading-day.ts';

/** How far a backfill is. */
export interface BackfillProgress {
  backfillId: string;
  account: string;
  from: string;
  to: string;
  /** `held`: it waits because its account is paused, and goes on by itself when that is resumed. */
  state: Backfill['state'] | 'held';
  series: Link['series'];
  daysDone: number;
  daysAll: number;
  /** The name of the last error, while it is being tried again. */
  failure: string | null;
}

/** How far a backfill of an account is (pure). */
export function progressOf(
  backfill: Backfill,
  link: Pick<Link, 'name' | 'state' | 'series'> | null,
): BackfillProgress {
  const { _id, from, to, next, state, failure } = backfill;
  return {
    backfillId: _id,
    account: link?.name ?? '',
    series: link?.series ?? 'r',
    from,
    to,
    state: state === 'running' && link?.state === 'paused' ? 'held' : state,
    daysDone: Math.max(0, daysBetween(next, to)),
    daysAll: daysBetween(from, to) + 1,
    failure,
  };
}
