import type { ClientSession } from 'mongoose';
import type { Mapping, Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { readable } from '../lightspeed/stores.ts';
import { audit } from '../security/audit.ts';
import { type Day, type DayRule, dayOf } from '../turnover/trading-day.ts';
import { MappingChangedError, UnknownChoiceError } from './errors.ts';
import { markRecentDigests } from './mark-digests.ts';
import { sharesResolver, type Target, useDepartments } from './resolve-target.ts';
import { sharesKey } from './shares-key.ts';

export interface MappingChoice {
  storeId: string;
  target: Target;
  /** The sharesKey of how the person saw it mapped, null: not at all. Absent: they are not asked about it. */
  was?: string | null;
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

/** One store's new mapping. */
interface Planned {
  store: Store;
  shares: Share[];
  start: Day;
  last: Mapping | undefined;
}

/**
 * Saves to which department each store belongs, all of them or none. A store's first mapping counts for its whole past; a
 * later change from a chosen day on (today by default), whatever was said of later days, so that what was told before it
 * stays true; the same mapping with another day moves its beginning. A mapping made today and changed today is a mistake
 * mended. Throws an UnknownChoiceError for stores and departments that are not this workspace's or archived, and a
 * MappingChangedError when a store is not mapped any more as the person saw it.
 */
export async function saveMapping(context: Context, input: MappingToSave): Promise<void> {
  const { models, workspace, connection } = context;
  const { linkId, from = null, userId } = input;
  const place = { workspaceId: workspace._id, linkId };
  const stores = new Map((await models.stores.find(place).lean()).map((store) => [store.storeId, store]));
  await inTransaction(connection, async (session) => {
    const planned = await plan(context, { ...input, stores }, session);
    if (planned.length === 0) return;
    await useDepartments(
      context,
      planned.flatMap(({ shares }) => shares),
      session,
    );
    await write(context, { planned, userId }, session);
    await markRecentDigests(context, session);
    const changed = planned.map(({ store }) => store.name);
    const details = { linkId, stores: changed, from };
    await audit(context, { who: userId, action: 'mapping.saved', details }, session);
  });
}

/** What is to be written; what is mapped so already is left out. */
async function plan(
  context: Context,
  { linkId, choices, from = null, userId, stores }: MappingToSave & { stores: ReadonlyMap<string, Store> },
  session: ClientSession,
): Promise<Planned[]> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId };
  const mappings = await models.mappings.find(place, null, { session }).sort({ from: 1 }).lean();
  const latest = new Map(mappings.map((mapping) => [mapping.storeId, mapping]));
  const sharesOf = await sharesResolver(context, userId, session);
  const planned: Planned[] = [];
  const overtaken: string[] = [];
  for (const { storeId, target, was } of choices) {
    const store = stores.get(storeId);
    if (!store) throw new UnknownChoiceError('a store of another link');
    const shares = await sharesOf(target);
    const last = latest.get(storeId);
    const isSame = last !== undefined && sharesKey(last.shares) === sharesKey(shares);
    if (was !== undefined && was !== (last ? sharesKey(last.shares) : null) && !isSame)
      overtaken.push(storeId);
    if (isSame && !isMoved(last, from)) continue;
    const rule = readable([store])[0] ?? { zone: workspace.zone, cutOff: 0 };
    planned.push({
      store,
      // The parts that a merge left apart stay so.
      shares: isSame ? last.shares : shares,
      start: isSame && from !== null ? from : startOf(last, { rule, from, now: clock() }),
      last,
    });
  }
  if (overtaken.length > 0) throw new MappingChangedError(overtaken);
  return planned;
}

/** Whether a mapping is to begin on another day; a store's first one has no beginning to move. */
function isMoved(last: Mapping, from: Day | null): boolean {
  return from !== null && from !== last.from && last.from !== sinceEver;
}

function startOf(
  last: Mapping | undefined,
  { rule, from, now }: { rule: DayRule; from: Day | null; now: number },
): Day {
  if (!last) return sinceEver;
  const today = dayOf(now, rule);
  if (from !== null && from !== today) return from;
  return dayOf(last.mappedAt.getTime(), rule) === today ? last.from : today;
}

async function write(
  { models, workspace, clock }: Context,
  { planned, userId }: { planned: readonly Planned[]; userId: string },
  session: ClientSession,
): Promise<void> {
  const mappedAt = new Date(clock());
  const operations = planned.flatMap(({ store, shares, start, last }) => {
    const place = { workspaceId: workspace._id, linkId: store.linkId, storeId: store.storeId };
    const isSame = last !== undefined && sharesKey(last.shares) === sharesKey(shares);
    // What begins later is replaced, and so is what begins anew on another day.
    const replaced = isSame
      ? { $or: [{ from: { $gt: start } }, { from: last.from }] }
      : { from: { $gt: start } };
    return [
      { deleteMany: { filter: { ...place, ...replaced } } },
      {
        updateOne: {
          filter: { ...place, from: start },
          update: { $set: { shares, mappedBy: userId, mappedAt } },
          upsert: true,
        },
      },
      // Two people who change one store at once both write here, so that the second one sees the first.
      ...(last && last.from < start && !isSame
        ? [{ updateOne: { filter: { ...place, from: last.from }, update: { $inc: { followed: 1 } } } }]
        : []),
    ];
  });
  await models.mappings.bulkWrite(operations, { session });
}
