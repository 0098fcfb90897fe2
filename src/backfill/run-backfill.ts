import type { ClientSession, HydratedDocument } from 'mongoose';
import { type Backfill, showEndFor } from '../../models/backfill.ts';
import { leaseLength } from '../../models/lease.ts';
import type { Link } from '../../models/link.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Context, Engine } from '../context.ts';
import { openLink } from '../lightspeed/open-link.ts';
import { keepStores, zoneGroups } from '../lightspeed/stores.ts';
import { importDays } from '../turnover/import-days.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { latestPossibleNight } from '../turnover/night-times.ts';
import { addDays, type Day, daysFrom } from '../turnover/trading-day.ts';

export type BackfillDocument = HydratedDocument<Backfill>;

/** How many days one stream reads: long enough to be quick, short enough that a pause or a night does not wait. */
const sliceLength = 7;

/** Takes one backfill whose next slice is due; undefined when there is none. */
export async function claimBackfill({ models, clock }: Engine): Promise<BackfillDocument | undefined> {
  const now = new Date(clock());
  const backfill = await models.backfills.findOneAndUpdate(
    {
      state: 'running',
      dueAt: { $lte: now },
      $or: [{ 'lease.until': null }, { 'lease.until': { $lte: now } }],
    },
    {
      $set: { 'lease.until': new Date(now.getTime() + leaseLength) },
      $inc: { 'lease.token': 1, tries: 1 },
    },
    { sort: { dueAt: 1 }, returnDocument: 'after', ...acrossWorkspaces },
  );
  return backfill ?? undefined;
}

/**
 * Reads the next days of a claimed backfill and moves it on; days that are final already are not touched. Throws a
 * LightspeedError, VaultError or LeaseLostError: then those days are not written and are read again.
 */
export async function runSlice(
  context: Context,
  { backfill, link }: { backfill: BackfillDocument; link: Link },
): Promise<void> {
  const days = sliceOf(backfill);
  // Nights come first: whatever is due must find room in the account's bucket at any moment.
  const connector = await openLink(context, link, { isGentle: true });
  const all = await keepStores(context, { linkId: link._id, stores: await connector.stores() });
  for (const [zone, stores] of zoneGroups(all, context.clock())) {
    await importDays(context, {
      connector,
      link,
      stores,
      days,
      onlyTheseStores: stores.length < all.length,
      source: 'backfill',
      provisionalDay: addDays(latestPossibleNight(context.clock(), { zone, rules: stores }), -1),
      evenFinal: false,
      fence: (session) => settleBackfill(context, backfill, {}, session),
    });
  }
  const next = addDays(days[0] ?? backfill.next, -1);
  const isDone = next < backfill.from;
  await settleBackfill(context, backfill, {
    next,
    tries: 0,
    failure: null,
    ...(isDone ? { state: 'done', showUntil: new Date(context.clock() + showEndFor) } : {}),
    'lease.until': null,
  });
}

/** Keeps a claimed backfill up for another while. Throws a LeaseLostError. */
export function beatBackfill(engine: Engine, backfill: BackfillDocument): Promise<void> {
  return settleBackfill(engine, backfill, { 'lease.until': new Date(engine.clock() + leaseLength) });
}

/** The days of the next slice, oldest first. */
function sliceOf({ from, next }: Backfill): Day[] {
  const start = addDays(next, 1 - sliceLength);
  return daysFrom(start < from ? from : start, next);
}

/** Writes down how a backfill stands while it is ours and was not paused. Throws a LeaseLostError. */
export async function settleBackfill(
  { models }: Engine,
  backfill: BackfillDocument,
  change: Record<string, unknown>,
  session?: ClientSession,
): Promise<void> {
  const { matchedCount } = await models.backfills.updateOne(
    {
      _id: backfill._id,
      workspaceId: backfill.workspaceId,
      state: 'running',
      'lease.token': backfill.lease.token,
    },
    { $set: change, $inc: { 'lease.beats': 1 } },
    session ? { session } : {},
  );
  if (matchedCount === 0) throw new LeaseLostError('the backfill was paused, stopped or taken over');
}
