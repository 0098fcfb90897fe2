import type { HydratedDocument } from 'mongoose';
import type { Link } from '../../models/link.ts';
import type { Night } from '../../models/night.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { isInGap } from '../lightspeed/gaps.ts';
import { type ReadableStore, zoneGroups } from '../lightspeed/stores.ts';
import { latestNight, nightBegins } from './night-times.ts';
import type { Day } from './trading-day.ts';

export type NightDocument = HydratedDocument<Night>;

/** Opens the night that is due for every link and zone, and lets it make up for unfinished ones before it. */
export async function openDueNights(engine: Engine): Promise<void> {
  const links = await engine.models.links
    .find({ state: { $in: ['active', 'refused'] } }, null, acrossWorkspaces)
    .lean();
  for (const link of links) {
    for (const [zone, stores] of await zonesOf(engine, link)) {
      const rule = { zone, rules: stores };
      const date = latestNight(engine.clock(), rule);
      if (isWanted(link, nightBegins(date, rule))) await openNight(engine, { link, zone, date });
    }
  }
}

/** Whether a link was there, and not paused, when a night began (epoch milliseconds). */
function isWanted(link: Link, begins: number): boolean {
  return begins >= link.linkedAt.getTime() && !isInGap(link, begins);
}

/** The stores of a link that can be read, by zone. */
export async function zonesOf(
  { models, clock }: Engine,
  link: Pick<Link, '_id' | 'workspaceId'>,
): Promise<Map<string, ReadableStore[]>> {
  const stores = await models.stores.find({ workspaceId: link.workspaceId, linkId: link._id }).lean();
  return zoneGroups(stores, clock());
}

/** Opens one night, once however often it is asked; returns it in whatever state it is. */
export async function openNight(
  { models, clock }: Engine,
  { link, zone, date }: { link: Pick<Link, '_id' | 'workspaceId'>; zone: string; date: Day },
): Promise<NightDocument> {
  const place = { workspaceId: link.workspaceId, linkId: link._id, zone };
  const night = await models.nights.findOneAndUpdate(
    { ...place, date },
    { $setOnInsert: { state: 'waiting', dueAt: new Date(clock()), tries: 0, failure: null } },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  );
  await models.nights.updateMany(
    { ...place, date: { $lt: date }, state: 'waiting' },
    { $set: { state: 'superseded' } },
  );
  return night;
}
