import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import type { Connector, Sale } from '../lightspeed/connector.ts';
import { openLink } from '../lightspeed/open-link.ts';
import { type ReadableStore, readable } from '../lightspeed/stores.ts';
import type { LiveEvidence, Part } from './reconcile.ts';
import { plus } from './reconcile.ts';
import { keyOf, type StoredDay } from './stored-evidence.ts';
import { createTally, type Tally, type TallyStore } from './tally.ts';
import { type Day, dayBounds, ruleOn } from './trading-day.ts';

const nothing: Part = { gross: 0, tax: 0 };

/**
 * What Lightspeed says now of the counted stores of a link on a day; changes nothing. A store that cannot be read keeps the
 * figure it has. Throws a LightspeedError or VaultError.
 */
export async function liveEvidence(
  context: Context,
  { link, day, stored, signal }: { link: Link; day: Day; stored: StoredDay; signal?: AbortSignal },
): Promise<LiveEvidence> {
  const { models, workspace } = context;
  const all = await models.stores.find({ workspaceId: workspace._id, linkId: link._id }).lean();
  const stores = readable(all.filter((store) => stored.counted.has(keyOf(store))));
  const read = new Set(stores.map(keyOf));
  const unread = stored.figures.filter(
    (figure) => figure.linkId === link._id && stored.counted.has(keyOf(figure)) && !read.has(keyOf(figure)),
  );
  const kept = unread.reduce<Part>(plus, nothing);
  if (stores.length === 0) return { now: kept, atMidnight: nothing, refunds: [], open: [] };

  const connector = await openLink(context, link, signal ? { signal } : {});
  const sums = await readBothWays(connector, { link, day, stores });
  const open = await openSalesOf(connector, { link, day, stores });
  return { ...sums, now: plus(kept, sums.now), open };
}

/** The evidence of several links as one, with what is kept of links that are not read any more. */
export function together(parts: readonly LiveEvidence[], kept: Part): LiveEvidence {
  return {
    now: parts.map(({ now }) => now).reduce(plus, kept),
    atMidnight: parts.map(({ atMidnight }) => atMidnight).reduce(plus, nothing),
    refunds: parts.flatMap(({ refunds }) => refunds),
    open: parts.flatMap(({ open }) => open),
  };
}

interface Reading {
  link: Link;
  day: Day;
  /** At least one. */
  stores: readonly ReadableStore[];
}

/** One stream of sales, cut into days by the stores' own rule and at midnight. */
async function readBothWays(
  connector: Connector,
  { link, day, stores }: Reading,
): Promise<Omit<LiveEvidence, 'open'>> {
  const own = createTally(stores, [day]);
  const midnight = createTally(
    stores.map((store) => cutAtMidnight(store, day)),
    [day],
  );
  const refunds: Part[] = [];
  const see = ({ gross, tax, standing }: Sale) => {
    if (standing === 'counts' && gross < 0) refunds.push({ gross, tax });
  };
  const window = {
    start: Math.min(own.window.start, midnight.window.start),
    end: Math.max(own.window.end, midnight.window.end),
    currency: link.currency,
    storeIds: stores.map(({ storeId }) => storeId),
  };
  for await (const page of connector.sales(window)) {
    own.fold(page, see);
    midnight.fold(page);
  }
  const [now, then] = [totalOf(own), totalOf(midnight)];
  return { now, atMidnight: { gross: then.gross - now.gross, tax: then.tax - now.tax }, refunds };
}

function cutAtMidnight(store: ReadableStore, day: Day): TallyStore {
  return { storeId: store.storeId, zone: ruleOn(store, day).zone, cutOff: 0 };
}

function totalOf(tally: Tally): Part {
  return tally.figures().reduce<Part>(plus, nothing);
}

/** The open sales begun within each store's day, asked for once for all stores whose day is the same. */
async function openSalesOf(connector: Connector, { link, day, stores }: Reading): Promise<Part[]> {
  const { openSales } = connector;
  if (!openSales) return [];
  const open: Part[] = [];
  for (const alike of Map.groupBy(stores, (store) => Object.values(dayBounds(day, store)).join()).values()) {
    const [first] = alike;
    if (!first) continue;
    const window = {
      ...dayBounds(day, first),
      currency: link.currency,
      storeIds: alike.map(({ storeId }) => storeId),
    };
    for await (const page of openSales(window)) {
      open.push(
        ...page
          .map(({ gross, tax }) => ({ gross, tax }))
          .filter(({ gross, tax }) => gross !== 0 || tax !== 0),
      );
    }
  }
  return open;
}
