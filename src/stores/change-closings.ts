import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { markRecentDigests } from '../departments/mark-digests.ts';
import { digestsToCheck } from '../digest/digests-to-check.ts';
import { audit } from '../security/audit.ts';
import type { Day } from '../turnover/trading-day.ts';

/** A store of a link. */
export interface StorePlace {
  linkId: string;
  storeId: string;
}

/** Says on which weekdays (1 Monday to 7 Sunday) a store is closed; its name, or null when there is no such store. Audited. */
export async function closeOnWeekdays(
  context: Context,
  { linkId, storeId, weekdays, userId }: StorePlace & { weekdays: readonly number[]; userId: string },
): Promise<string | null> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId, storeId };
  const closedWeekdays = [...new Set(weekdays)].sort((a, b) => a - b);
  const store = await models.stores.findOne(place).lean();
  if (!store) return null;
  await changing(context, { userId, details: { linkId, storeId, closedWeekdays } }, async (session) => {
    await models.stores.updateOne(place, { $set: { closedWeekdays } }, { session });
    await markRecentDigests(context, session);
  });
  return store.name;
}

/**
 * Says that a store is closed on a single day, or every store for null; the name of the store, null for every one. Undefined
 * when there is no such store. Audited.
 */
export async function closeOnDay(
  context: Context,
  { day, store, userId }: { day: Day; store: StorePlace | null; userId: string },
): Promise<{ name: string | null } | undefined> {
  const { models, workspace, clock, newId } = context;
  const workspaceId = workspace._id;
  const known = store && (await models.stores.findOne({ workspaceId, ...store }).lean());
  if (store && !known) return undefined;
  const place = { workspaceId, day, linkId: store?.linkId ?? null, storeId: store?.storeId ?? null };
  const by = { _id: newId(), by: userId, at: new Date(clock()) };
  await changing(context, { userId, details: { day, ...store } }, async (session) => {
    await models.closedDays.updateOne(place, { $setOnInsert: by }, { upsert: true, session });
    await digestsToCheck(context, session, [day]);
  });
  return { name: known?.name ?? null };
}

/** Takes a single closed day back; the day, or null when it was taken back before. Audited. */
export async function openOnDay(
  context: Context,
  { id, userId }: { id: string; userId: string },
): Promise<Day | null> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, _id: id };
  const closed = await models.closedDays.findOne(place).lean();
  if (!closed) return null;
  const { day, linkId, storeId } = closed;
  await changing(context, { userId, details: { day, linkId, storeId, open: true } }, async (session) => {
    await models.closedDays.deleteOne(place, { session });
    await digestsToCheck(context, session, [day]);
  });
  return day;
}

/** Says whose public holidays count (ISO 3166 alpha-2, or `none`). Audited. */
export async function chooseHolidays(
  context: Context,
  { holidays, userId }: { holidays: string; userId: string },
): Promise<void> {
  const { models, workspace } = context;
  if (workspace.holidays === holidays) return;
  await changing(context, { userId, details: { holidays } }, async (session) => {
    await models.workspaces.updateOne({ _id: workspace._id }, { $set: { holidays } }, { session });
    await markRecentDigests(context, session);
  });
}

/** What was closed changes what is compared: the digests that tell of it are looked over in the same transaction. */
function changing(
  context: Context,
  { userId, details }: { userId: string; details: Record<string, unknown> },
  work: (session: ClientSession) => Promise<void>,
): Promise<void> {
  return inTransaction(context.connection, async (session) => {
    await work(session);
    await audit(context, { who: userId, action: 'closing.changed', details }, session);
  });
}
