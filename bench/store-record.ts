import type { Store } from '../models/store.ts';

/** A store as the night that found it keeps it, in UTC and with nothing odd about it. */
export function storeRecord(of: Pick<Store, 'workspaceId' | 'linkId' | 'storeId' | 'name' | 'since'>): Store {
  return {
    ...of,
    zone: 'UTC',
    cutOff: 0,
    changes: [],
    archived: false,
    foreignCurrency: null,
    goneSince: null,
    announced: true,
  };
}
