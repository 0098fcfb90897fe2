import type { ClientSession } from 'mongoose';
import type { Mapping } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { readable } from '../lightspeed/stores.ts';
import { audit } from '../security/audit.ts';
import { addDays, type Day, type DayRule, dayOf } from '../turnover/trading-day.ts';
import { addDepartment } from './add-department.ts';

/** Where a store is to go. */
export type Target =
  | { kind: 'department'; departmentId: string }
  | { kind: 'new'; name: string }
  | { kind: 'ignore' };

export interface MappingChoice {
  storeId: string;
  target: Target;
}

/** The first day of a store's first mapping: it counts for every day there is. */
const sinceEver: Day = '0001-01-01';

/**
 * Saves to which department each store belongs, all of them or none. A store's first mapping counts for its whole past; a
 * later change counts from today on, so that what was told stays true, unless it mends one made today. Stores and
 * departments that are not this workspace's are refused.
 */
export async function saveMapping(
  context: Context,
  { linkId, choices, userId }: { linkId: string; choices: readonly MappingChoice[]; userId: string },
): Promise<void> {
  const { models, workspace, connection } = context;
  const place = { workspaceId: workspace._id, linkId };
  const stores = new Map((await models.stores.find(place).lean()).map((store) => [store.storeId, store]));
  await inTransaction(connection, async (session) => {
    const changed: string[] = [];
    for (const { storeId, target } of choices) {
      const store = stores.get(storeId);
      if (!store) throw new Error('a store of another link');
      const departmentId = await resolve(context, { target, userId }, session);
      if (await mapStore(context, { store, departmentId, userId }, session)) changed.push(store.name);
    }
    const today = dayOf(context.clock(), { zone: workspace.zone, cutOff: 0 });
    await digestsToCheck(context, session, [addDays(today, -1), today]);
    if (changed.length > 0) {
      await audit(
        context,
        { who: userId, action: 'mapping.saved', details: { linkId, stores: changed } },
        session,
      );
    }
  });
}

async function resolve(
  context: Context,
  { target, userId }: { target: Target; userId: string },
  session: ClientSession,
): Promise<string | null> {
  if (target.kind === 'ignore') return null;
  if (target.kind === 'new') {
    return (await addDepartment(context, { name: target.name, userId }, session))._id;
  }
  const { models, workspace } = context;
  const own = await models.departments
    .findOne({ workspaceId: workspace._id, _id: target.departmentId }, null, { session })
    .lean();
  if (!own) throw new Error('a department of another workspace');
  return own._id;
}

/** Maps one store; false when it was mapped so already. */
async function mapStore(
  context: Context,
  { store, departmentId, userId }: { store: Store; departmentId: string | null; userId: string },
  session: ClientSession,
): Promise<boolean> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId: store.linkId, storeId: store.storeId };
  const last = await models.mappings.findOne(place, null, { session }).sort({ from: -1 }).lean();
  if (last && last.departmentId === departmentId) return false;
  const rule = readable([store])[0] ?? { zone: workspace.zone, cutOff: 0 };
  await models.mappings.updateOne(
    { ...place, from: startOf(last, rule, clock()) },
    { $set: { departmentId, mappedBy: userId, mappedAt: new Date(clock()) } },
    { upsert: true, session },
  );
  return true;
}

function startOf(last: Mapping | null, rule: DayRule, now: number): Day {
  if (!last) return sinceEver;
  const today = dayOf(now, rule);
  return dayOf(last.mappedAt.getTime(), rule) === today ? last.from : today;
}
