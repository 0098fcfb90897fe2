import type { ClientSession } from 'mongoose';
import type { Mapping, Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { readable } from '../lightspeed/stores.ts';
import { audit } from '../security/audit.ts';
import { addDays, type Day, type DayRule, dayOf, daysFrom } from '../turnover/trading-day.ts';
import { addDepartment } from './add-department.ts';
import type { NamedShare } from './read-shares.ts';

/** Where a store is to go. */
export type Target =
  | { kind: 'department'; departmentId: string }
  | { kind: 'new'; name: string }
  | { kind: 'split'; shares: readonly NamedShare[] }
  | { kind: 'ignore' };

export interface MappingChoice {
  storeId: string;
  target: Target;
}

export interface MappingToSave {
  linkId: string;
  choices: readonly MappingChoice[];
  /** The first day (of each store's own) for which a change counts. Null or absent: today. */
  from?: Day | null;
  userId: string;
}

/** The first day of a store's first mapping: it counts for every day there is. */
const sinceEver: Day = '0001-01-01';

/** How many days back a digest is still brought up to date after a change. */
const digestsMended = 14;

/**
 * Saves to which department each store belongs, all of them or none. A store's first mapping counts for its whole past; a
 * later change from a chosen day on (today by default), whatever was said of later days, so that what was told before it
 * stays true. A mapping made today and changed today is a mistake mended. Stores and departments that are not this
 * workspace's are refused.
 */
export async function saveMapping(context: Context, input: MappingToSave): Promise<void> {
  const { models, workspace, connection } = context;
  const { linkId, choices, from = null, userId } = input;
  const place = { workspaceId: workspace._id, linkId };
  const stores = new Map((await models.stores.find(place).lean()).map((store) => [store.storeId, store]));
  await inTransaction(connection, async (session) => {
    const changed: string[] = [];
    for (const { storeId, target } of choices) {
      const store = stores.get(storeId);
      if (!store) throw new Error('a store of another link');
      const shares = await resolve(context, { target, userId }, session);
      if (await mapStore(context, { store, shares, from, userId }, session)) changed.push(store.name);
    }
    if (changed.length === 0) return;
    const today = dayOf(context.clock(), { zone: workspace.zone, cutOff: 0 });
    await digestsToCheck(context, session, daysFrom(addDays(today, -digestsMended), today));
    await audit(
      context,
      { who: userId, action: 'mapping.saved', details: { linkId, stores: changed, from } },
      session,
    );
  });
}

async function resolve(
  context: Context,
  { target, userId }: { target: Target; userId: string },
  session: ClientSession,
): Promise<Share[]> {
  if (target.kind === 'ignore') return [];
  if (target.kind === 'new')
    return [{ departmentId: await named(context, target.name, userId, session), weight: 10_000 }];
  if (target.kind === 'department')
    return [{ departmentId: await known(context, target.departmentId, session), weight: 10_000 }];
  const shares: Share[] = [];
  for (const { name, weight } of target.shares) {
    shares.push({ departmentId: await named(context, name, userId, session), weight });
  }
  return shares;
}

async function named(
  context: Context,
  name: string,
  userId: string,
  session: ClientSession,
): Promise<string> {
  return (await addDepartment(context, { name, userId }, session))._id;
}

async function known(
  { models, workspace }: Context,
  departmentId: string,
  session: ClientSession,
): Promise<string> {
  const own = await models.departments
    .findOne({ workspaceId: workspace._id, _id: departmentId }, null, { session })
    .lean();
  if (!own) throw new Error('a department of another workspace');
  return own._id;
}

/** Maps one store; false when it was mapped so already. */
async function mapStore(
  context: Context,
  { store, shares, from, userId }: { store: Store; shares: Share[]; from: Day | null; userId: string },
  session: ClientSession,
): Promise<boolean> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId: store.linkId, storeId: store.storeId };
  const last = await models.mappings.findOne(place, null, { session }).sort({ from: -1 }).lean();
  if (last && sameShares(last.shares, shares)) return false;
  const rule = readable([store])[0] ?? { zone: workspace.zone, cutOff: 0 };
  const start = startOf(last, { rule, from, now: clock() });
  await models.mappings.deleteMany({ ...place, from: { $gt: start } }, { session });
  await models.mappings.updateOne(
    { ...place, from: start },
    { $set: { shares, mappedBy: userId, mappedAt: new Date(clock()) } },
    { upsert: true, session },
  );
  return true;
}

function startOf(
  last: Mapping | null,
  { rule, from, now }: { rule: DayRule; from: Day | null; now: number },
): Day {
  if (!last) return sinceEver;
  const today = dayOf(now, rule);
  if (from !== null && from !== today) return from;
  return dayOf(last.mappedAt.getTime(), rule) === today ? last.from : today;
}

function sameShares(left: readonly Share[], right: readonly Share[]): boolean {
  const text = (shares: readonly Share[]) =>
    shares
      .map(({ departmentId, weight }) => `${departmentId} ${weight}`)
      .sort()
      .join();
  return text(left) === text(right);
}
