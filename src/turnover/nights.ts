import type { HydratedDocument } from 'mongoose';
import type { Link } from '../../models/link.ts';
import type { Night } from '../../models/night.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import { batches } from '../batches.ts';
import type { Engine } from '../context.ts';
import { isInGap } from '../lightspeed/gaps.ts';
import { type ReadableStore, zoneGroups } from '../lightspeed/stores.ts';
import { latestNight, nightBegins } from './night-times.ts';
import type { Day } from './trading-day.ts';

export type NightDocument = HydratedDocument<Night>;

/** How many links are looked at with one query. */
const batchSize = 500;

/**
 * Opens the night that is due for every link and zone, and lets it make up for unfinished ones before it. Those that are
 * open already cost no query of their own, so that it may be asked often.
 */
export async function openDueNights(engine: Engine): Promise<void> {
  const links = engine.models.links
    .find({ state: { $in: ['active', 'refused'] } }, null, acrossWorkspaces)
    .lean()
    .cursor({ batchSize });
  const turns = new Map<string, number>();
  for await (const batch of batches(links, batchSize)) {
    const nights = (await nightsToOpen(engine, batch)).map((night): NightToOpen => {
      const turn = turns.get(night.link.workspaceId) ?? 0;
      turns.set(night.link.workspaceId, turn + 1);
      return { ...night, turn };
    });
    await openNights(engine, nights);
  }
}

/** The nights of some links that have begun and are not there yet. */
async function nightsToOpen({ models, clock }: Engine, links: readonly Link[]) {
  const now = clock();
  const of = {
    workspaceId: { $in: links.map(({ workspaceId }) => workspaceId) },
    linkId: { $in: links.map(({ _id }) => _id) },
  };
  const stores = await models.stores.find(of, null, acrossWorkspaces).lean();
  const storesOf = Map.groupBy(stores, ({ linkId }) => linkId);
  const due = links.flatMap((link) =>
    [...zoneGroups(storesOf.get(link._id) ?? [], now)].flatMap(([zone, rules]) => {
      const rule = { zone, rules };
      const date = latestNight(now, rule);
      return isWanted(link, nightBegins(date, rule)) ? [{ link, zone, date }] : [];
    }),
  );
  const dates = [...new Set(due.map(({ date }) => date))];
  const known = await models.nights
    .find({ ...of, date: { $in: dates } }, { _id: 0, linkId: 1, zone: 1, date: 1 }, acrossWorkspaces)
    .lean();
  const keyOf = (linkId: string, zone: string, date: Day) => `${linkId} ${zone} ${date}`;
  const open = new Set(known.map(({ linkId, zone, date }) => keyOf(linkId, zone, date)));
  return due.filter(({ link, zone, date }) => !open.has(keyOf(link._id, zone, date)));
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

export interface NightToOpen {
  link: Pick<Link, '_id' | 'workspaceId'>;
  zone: string;
  date: Day;
  /** How many nights of the same workspace go before it; 0 when absent. */
  turn?: number;
}

/** Opens one night, once however often it is asked; returns it in whatever state it is. */
export async function openNight(engine: Engine, night: NightToOpen): Promise<NightDocument> {
  const { link, zone, date } = night;
  await openNights(engine, [night]);
  return engine.models.nights
    .findOne({ workspaceId: link.workspaceId, linkId: link._id, zone, date })
    .orFail();
}

async function openNights({ models, clock }: Engine, nights: readonly NightToOpen[]): Promise<void> {
  if (nights.length === 0) return;
  const dueAt = new Date(clock());
  await models.nights.bulkWrite(
    nights.flatMap(({ link, zone, date, turn = 0 }) => {
      const place = { workspaceId: link.workspaceId, linkId: link._id, zone };
      const older = { ...place, date: { $lt: date }, state: 'waiting' as const };
      const fresh = { state: 'waiting' as const, dueAt, turn, tries: 0, failure: null };
      return [
        // First, so that a crash in between leaves no older night beside this one.
        { updateMany: { filter: older, update: { $set: { state: 'superseded' as const } } } },
        { updateOne: { filter: { ...place, date }, update: { $setOnInsert: fresh }, upsert: true } },
      ];
    }),
  );
}
