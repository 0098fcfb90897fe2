import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { addDays, dayOf, isZone, ruleOn } from '../turnover/trading-day.ts';
import type { StoreOfAccount } from './connector.ts';
import { UnreadableAnswerError } from './errors.ts';
import { auditStoreChanges } from './store-changes.ts';

export interface StoresToKeep {
  linkId: string;
  /** Every store that Lightspeed lists. */
  stores: readonly StoreOfAccount[];
  /** A person sees the stores now anyway, so nobody needs to be told of new ones. */
  isAnnounced?: boolean;
}

/**
 * Keeps what Lightspeed says of a link's stores: new ones are added, names and zones follow, one that is no longer listed is
 * closed; none is ever removed. What changed is audited. Returns all stores of the link. Throws an UnreadableAnswerError when
 * a link that had stores lists none.
 */
export async function keepStores(
  context: Context,
  { linkId, stores, isAnnounced = false }: StoresToKeep,
): Promise<Store[]> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId };
  const link = await models.links
    .findOne({ workspaceId: workspace._id, _id: linkId }, { currency: 1 })
    .lean();
  const before = await models.stores.find(place).lean();
  // An account that had stores does not lose all of them overnight: an empty list is a broken answer.
  if (stores.length === 0 && before.length > 0)
    throw new UnreadableAnswerError('the list of stores is empty');
  if (stores.length > 0) {
    await models.stores.bulkWrite(
      stores.map(({ id, name, zone, archived, currency = link?.currency }) => ({
        updateOne: {
          filter: { ...place, storeId: id },
          update: {
            $set: {
              name,
              zone,
              archived,
              goneSince: null,
              foreignCurrency: currency === undefined || currency === link?.currency ? null : currency,
            },
            $setOnInsert: {
              cutOff: 0,
              changes: [],
              // A store that is closed when it is first seen is no news.
              announced: isAnnounced || archived,
              since: addDays(dayOf(clock(), { zone: zone ?? context.workspace.zone, cutOff: 0 }), -1),
            },
          },
          upsert: true,
        },
      })),
    );
  }
  await models.stores.updateMany(
    { ...place, storeId: { $nin: stores.map(({ id }) => id) }, goneSince: null },
    { $set: { archived: true, goneSince: new Date(clock()) } },
  );
  const after = await models.stores.find(place).sort({ name: 1, storeId: 1 }).lean();
  // What a person just sees when they link is no news for the log either.
  if (!isAnnounced) await auditStoreChanges(context, { linkId, before, after });
  return after;
}

/** A store whose days are known: it has a zone, Lightspeed's or one that a person gave. */
export type ReadableStore = Store & { zone: string };

/** Those of the stores that can be read: their days are known, and their amounts are in the account's currency. */
export function readable(stores: readonly Store[]): ReadableStore[] {
  return stores.flatMap((store) => {
    const zone = [store.zone, ...store.changes.map((change) => change.zone)].find(
      (known) => known !== null && isZone(known),
    );
    return zone && !store.foreignCurrency ? [{ ...store, zone }] : [];
  });
}

/** The stores whose days are known, by the zone that holds for each at an instant (epoch milliseconds). */
export function zoneGroups(stores: readonly Store[], now: number): Map<string, ReadableStore[]> {
  return Map.groupBy(readable(stores), (store) => ruleOn(store, dayOf(now, store)).zone);
}
