import type { Context } from '../context.ts';
import { todayOf } from '../departments/today.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';
import { holidayCountry } from './closing.ts';

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
  const [stores, days] = await Promise.all([
    models.stores.find({ workspaceId, archived: false }).sort({ name: 1, storeId: 1 }).lean(),
    models.closedDays
      .find({ workspaceId, day: { $gte: addDays(today, -daysListed) } })
      .sort({ day: 1 })
      .lean(),
  ]);
  const nameOf = new Map(stores.map(({ linkId, storeId, name }) => [`${linkId} ${storeId}`, name]));
  return {
    country: holidayCountry(workspace),
    stores: stores.flatMap(({ name, closedWeekdays = [] }) =>
      closedWeekdays.length > 0 ? [{ name, weekdays: closedWeekdays }] : [],
    ),
    days: days.flatMap(({ _id, day, linkId, storeId }): SingleDay[] => {
      if (linkId === null) return [{ id: _id, day, name: null }];
      const name = nameOf.get(`${linkId} ${storeId}`);
      return name === undefined ? [] : [{ id: _id, day, name }];
    }),
    today,
  };
}
