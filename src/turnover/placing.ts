import type { Link } from '../../models/link.ts';
import type { Mapping, Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import { isUnwanted } from '../lightspeed/unwanted-days.ts';
import type { Day } from './trading-day.ts';

/** A store that counts on a day, or whose figure of it is waited for. */
export interface Placed<Kept> {
  store: Store;
  /** Undefined: it was not read. */
  figure: Kept | undefined;
  /** Which departments it belongs to: none when it is ignored; undefined when nobody has said it yet. */
  shares: readonly Share[] | undefined;
}

/** As much of a mapping as decides where figures go. */
export type MappedFrom = Pick<Mapping, 'linkId' | 'storeId' | 'from' | 'shares'>;

/** What decides where figures go. */
export interface PlacingRecords {
  links: readonly Pick<Link, '_id' | 'gaps'>[];
  stores: readonly Store[];
  mappings: readonly MappedFrom[];
}

/** Tells where stores count. */
export interface Placing {
  /** Which stores count on a day and where, from the figures of that day by `storeKey`; those told of already are left out. */
  on<Kept>(day: Day, figures: ReadonlyMap<string, Kept>, told?: ReadonlyMap<string, unknown>): Placed<Kept>[];
  /** Whether every store was told of. */
  areAll(told: ReadonlyMap<string, unknown>): boolean;
}

/** The one place that says which store's figure of a day belongs where; made once for many days. */
export function placing({ links, stores, mappings }: PlacingRecords): Placing {
  const gaps = new Map(links.map((link) => [link._id, link.gaps]));
  const latestFirst = [...mappings].sort((a, b) => b.from.localeCompare(a.from));
  const mapped = Map.groupBy(latestFirst, storeKey);
  const known = stores.map((store) => {
    const key = storeKey(store);
    return { store, key, gaps: gaps.get(store.linkId), mappings: mapped.get(key) ?? [] };
  });
  return {
    on: (day, figures, told) =>
      known.flatMap(({ store, key, gaps: missed, mappings: ofStore }) => {
        if (told?.has(key)) return [];
        const figure = figures.get(key);
        if (figure === undefined && !isExpected(store, day, missed)) return [];
        return [{ store, figure, shares: ofStore.find(({ from }) => from <= day)?.shares }];
      }),
    areAll: (told) => known.every(({ key }) => told.has(key)),
  };
}

/** A store of a link as one text, to look things up by. */
export function storeKey({ linkId, storeId }: { linkId: string; storeId: string }): string {
  return `${linkId} ${storeId}`;
}

/** Whether a figure of a day is waited for. */
function isExpected(store: Store, day: Day, gaps: Link['gaps'] = []): boolean {
  return !store.archived && store.since <= day && !isUnwanted(day, store, gaps);
}
