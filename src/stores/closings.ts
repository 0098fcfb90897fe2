import type { Context } from '../context.ts';
import { todayOf } from '../departments/today.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';
import type { StorePlace } from './change-closings.ts';
import { holidayCountry } from './closing.ts';
import { namesApart } from './names-apart.ts';

/** When the stores are meant to be closed, as a manager set it. */
export interface Closings {
  /** Whose public holidays count (ISO 3166 alpha-2); null for none. */
  country: string | null;
  /** Stores that are closed on some weekday (1 Monday to 7 Sunday). */
  stores: { name: string; weekdays: number[] }[];
  /** Single days, from the last month on. */
  days: SingleDay[];
  today: Day;
}

export interface SingleDay {
  id: string;
  day: Day;
  /** Null: every store. */
  name: string | null;
}

/** How far back single days are listed. */
const daysListed = 31;

export async function closings(context: Context): Promise<Closings> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const today = todayOf(context);
  const [stores, days, links] = await Promise.all([
    models.stores.find({ workspaceId, archived: false }).sort({ name: 1, storeId: 1 }).lean(),
    models.closedDays
      .find({ workspaceId, day: { $gte: addDays(today, -daysListed) } })
      .sort({ day: 1 })
      .lean(),
    models.links.find({ workspaceId }, { name: 1 }).lean(),
  ]);
  const called = namesApart(stores, links);
  const nameOf = new Map(stores.map((store) => [`${store.linkId} ${store.storeId}`, called(store)]));
  return {
    country: holidayCountry(workspace),
    stores: stores.flatMap((store) => {
      const { closedWeekdays = [] } = store;
      return closedWeekdays.length > 0 ? [{ name: called(store), weekdays: closedWeekdays }] : [];
    }),
    days: days.flatMap(({ _id, day, linkId, storeId }): SingleDay[] => {
      if (linkId === null) return [{ id: _id, day, name: null }];
      const name = nameOf.get(`${linkId} ${storeId}`);
      return name === undefined ? [] : [{ id: _id, day, name }];
    }),
    today,
  };
}

/** On which weekdays a store is meant to be closed now, and what it is called; undefined when there is no such store. */
export async function closedWeekdaysOf(
  { models, workspace }: Context,
  { linkId, storeId }: StorePlace,
): Promise<{ name: string; weekdays: number[] } | undefined> {
  const workspaceId = workspace._id;
  const [stores, links] = await Promise.all([
    models.stores.find({ workspaceId, archived: false }).lean(),
    models.links.find({ workspaceId }, { name: 1 }).lean(),
  ]);
  const store = stores.find((each) => each.linkId === linkId && each.storeId === storeId);
  return store && { name: namesApart(stores, links)(store), weekdays: store.closedWeekdays ?? [] };
}
