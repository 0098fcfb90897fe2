import type { Link } from '../../models/link.ts';
import type { Night } from '../../models/night.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { isUnwanted } from '../lightspeed/unwanted-days.ts';
import { storeDayKey } from './figure.ts';
import { addDays, type Day, dayOf, daysFrom } from './trading-day.ts';

/** How many days are read in one stream when nights are made up for. */
const groupSize = 7;

/**
 * The days that nights since the last good one (or since the account was linked) should have read and did not, newest
 * group first: never imported, or still provisional. They are older than the two days of the night itself. Days of a pause are not missed.
 */
export async function missedDays(
  { models, workspace }: Context,
  { link, night, stores }: { link: Link; night: Night; stores: readonly Store[] },
): Promise<Day[][]> {
  const place = { workspaceId: workspace._id, linkId: night.linkId };
  const last = await models.nights
    .findOne({ ...place, zone: night.zone, state: 'done', date: { $lt: night.date } })
    .sort({ date: -1 })
    .lean();
  const linkedOn = dayOf(link.linkedAt.getTime(), { zone: night.zone, cutOff: 0 });
  const days = daysFrom(addDays(last?.date ?? linkedOn, -1), addDays(night.date, -3));
  const figures = await models.figures
    .find({ ...place, day: { $in: days } }, { _id: 0, storeId: 1, day: 1, state: 1 })
    .lean();
  const states = new Map(figures.map((figure) => [storeDayKey(figure), figure.state]));
  const isMissed = (store: Store, day: Day, since = store.since) => {
    const state = states.get(storeDayKey({ storeId: store.storeId, day }));
    // What was never read is made up for only of open stores and since the account was (last) linked; what was begun is
    // always finished.
    const isOwed = !store.archived && day >= addDays(linkedOn, -1) && since <= day;
    if (state === undefined) return isOwed && !isUnwanted(day, store, link.gaps);
    return state === 'provisional';
  };
  const first = days.find((day) => stores.some((store) => isMissed(store, day)));
  if (first === undefined) return [];
  // From the first day that is read every store is expected, so none may have a hole after it.
  const missed = days.filter((day) => day >= first && stores.some((store) => isMissed(store, day, first)));
  return neighbours(missed.reverse());
}

/** Cuts days (newest first) into groups that touch, each of at most a week. */
function neighbours(days: readonly Day[]): Day[][] {
  const groups: Day[][] = [];
  for (const day of days) {
    const group = groups.at(-1);
    const touches = group?.at(-1) === addDays(day, 1);
    if (group && touches && group.length < groupSize) group.push(day);
    else groups.push([day]);
  }
  return groups;
}
