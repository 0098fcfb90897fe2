import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { addDays, dayOf, isZone, ruleOn } from '../turnover/trading-day.ts';
import type { StoreOfAccount } from './connector.ts';

/**
 * Keeps what Lightspeed says of a link's stores: new ones are added, names and zones follow, none is ever removed.
 * Returns all stores of the link.
 */
export async function keepStores(
  context: Context,
  { linkId, stores }: { linkId: string; stores: readonly StoreOfAccount[] },
): Promise<Store[]> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id, linkId };
  if (stores.length > 0) {
    await models.stores.bulkWrite(
      stores.map(({ id, name, zone, archived }) => ({
        updateOne: {
          filter: { ...place, storeId: id },
          update: {
            $set: { name, zone, archived },
            $setOnInsert: {
              cutOff: 0,
              changes: [],
              since: addDays(dayOf(clock(), { zone: zone ?? context.workspace.zone, cutOff: 0 }), -1),
            },
          },
          upsert: true,
        },
      })),
    );
  }
  return models.stores.find(place).sort({ name: 1, storeId: 1 }).lean();
}

/** A store whose days are known: it has a zone, Lightspeed's or one that a person gave. */
export type ReadableStore = Store & { zone: string };

/** Those of the stores whose days are known, with the rule by which they begin. */
export function readable(stores: readonly Store[]): ReadableStore[] {
  return stores.flatMap((store) => {
    const zone = [store.zone, ...store.changes.map((change) => change.zone)].find(
      (known) => known !== null && isZone(known),
    );
    return zone ? [{ ...store, zone }] : [];
  });
}

/** The stores whose days are known, by the zone that holds for each at an instant (epoch milliseconds). */
export function zoneGroups(stores: readonly Store[], now: number): Map<string, ReadableStore[]> {
  return Map.groupBy(readable(stores), (store) => ruleOn(store, dayOf(now, store)).zone);
}
