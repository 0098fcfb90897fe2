import type { ClosedDay } from '../../models/closed-day.ts';
import type { Store } from '../../models/store.ts';
import type { Workspace } from '../../models/workspace.ts';
import type { Day } from '../turnover/trading-day.ts';
import { countryOfZone, holidayOn } from './holidays.ts';

/** Tells whether a store is meant to be closed on a day. It counts as closed only when it had no sales either. */
export type Closing = (store: Store, day: Day) => boolean;

/** The country whose public holidays count (ISO 3166 alpha-2); null for none. */
export function holidayCountry({ holidays, zone }: Pick<Workspace, 'holidays' | 'zone'>): string | null {
  if (holidays === 'none') return null;
  return holidays ?? countryOfZone(zone);
}

/** The rule made of weekdays, public holidays and the single days a manager named. */
export function closingOf(
  workspace: Pick<Workspace, 'holidays' | 'zone'>,
  closedDays: readonly ClosedDay[],
): Closing {
  const country = holidayCountry(workspace);
  const single = Map.groupBy(closedDays, ({ day }) => day);
  return (store, day) =>
    (store.closedWeekdays ?? []).includes(Temporal.PlainDate.from(day).dayOfWeek) ||
    holidayOn(country, day, 'en') !== null ||
    (single.get(day) ?? []).some(
      ({ linkId, storeId }) => linkId === null || (linkId === store.linkId && storeId === store.storeId),
    );
}
