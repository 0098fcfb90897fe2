import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import type { Sale } from '../lightspeed/connector.ts';
import { openLink } from '../lightspeed/open-link.ts';
import { keepStores, type ReadableStore, readable } from '../lightspeed/stores.ts';
import { type Amounts, sameAmounts } from './figure.ts';
import { createTally } from './tally.ts';
import type { Day } from './trading-day.ts';
import { createVoidWatch, type VoidedSales } from './voided-since.ts';

/** One store's figure as it is kept, and as Lightspeed would have it now. */
export interface StoreComparison {
  storeId: string;
  name: string;
  currency: string;
  /** Null: nothing is kept. */
  kept: Amounts | null;
  now: Amounts;
  /** What sales voided since the import took away; minor units, zero or less for sales above zero. */
  voidedSince: VoidedSales;
  /** Entered by hand: an import leaves it alone. */
  isManual: boolean;
}

/**
 * Holds a day of one link against Lightspeed as it is now; changes nothing. Stores without a zone are left out. Throws a
 * LightspeedError or VaultError.
 */
export async function compareDay(
  context: Context,
  { link, day, signal }: { link: Link; day: Day; signal?: AbortSignal },
): Promise<StoreComparison[]> {
  const { models, workspace } = context;
  const connector = await openLink(context, link, signal ? { signal } : {});
  const all = await keepStores(context, { linkId: link._id, stores: await connector.stores() });
  const stores = readable(all);
  if (stores.length === 0) return [];
  const figures = await models.figures.find({ workspaceId: workspace._id, linkId: link._id, day }).lean();
  const keptOf = new Map(figures.map((figure) => [figure.storeId, figure]));
  const tally = createTally(stores, [day]);
  const watches = new Map(
    figures.map(({ storeId, revisions }) => [storeId, createVoidWatch(revisions.at(-1)?.at.getTime() ?? 0)]),
  );
  const see = (sale: Sale) => watches.get(sale.storeId)?.see(sale);
  for await (const page of connector.sales({ ...tally.window, currency: link.currency }))
    tally.fold(page, see);

  return tally
    .figures()
    .filter(({ storeId, sales }) => sales > 0 || keptOf.has(storeId) || !isArchived(stores, storeId))
    .map(({ storeId, day: _day, ...now }) => {
      const kept = keptOf.get(storeId);
      return {
        storeId,
        name: stores.find((store) => store.storeId === storeId)?.name ?? '',
        currency: kept?.currency ?? link.currency,
        kept: kept ? { gross: kept.gross, net: kept.net, tax: kept.tax, sales: kept.sales } : null,
        now,
        voidedSince: (kept && watches.get(storeId)?.voided(kept, now)) ?? { sales: 0, gross: 0, tax: 0 },
        isManual: kept?.state === 'manual',
      };
    });
}

/** Whether Lightspeed now says something else than what is kept. */
export function differs({ kept, now }: StoreComparison): boolean {
  return kept === null || !sameAmounts(kept, now);
}

function isArchived(stores: readonly ReadableStore[], storeId: string): boolean {
  return stores.some((store) => store.storeId === storeId && store.archived);
}
