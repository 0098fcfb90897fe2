import type { Gap } from '../../models/link.ts';
import type { Store } from '../../models/store.ts';
import { type Day, dayBounds } from '../turnover/trading-day.ts';
import { isInGap } from './gaps.ts';
import { readable } from './stores.ts';

/**
 * Whether nobody waits for a day of a store: its account was paused or unlinked when the day ended, which is when the night
 * would have come that reads it.
 */
export function isUnwanted(day: Day, store: Store, gaps: readonly Gap[]): boolean {
  const [known] = gaps.length > 0 ? readable([store]) : [];
  return known !== undefined && isInGap({ gaps }, dayBounds(day, known).end);
}
