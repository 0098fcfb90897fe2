import type { SalesWindow } from '../connector.ts';
import { PAGE_SIZE } from './schema.ts';

/** `IN` takes at most this many values; more stores are picked out on our side. */
const MAX_IN = 100;

/** Every shop; closed ones are hidden unless asked for. */
export function shopsQuery(): URLSearchParams {
  return new URLSearchParams({ archived: 'true', limit: String(PAGE_SIZE) });
}

/**
 * The completed sales of a window, voided and archived ones too: those are told as corrections.
 * The wire knows whole seconds and `><` includes both ends, so it asks from the second of `start` to the
 * last second that begins before `end`; what is too much is cut by the caller. No relations, no count: one drip a page.
 */
export function salesQuery(window: SalesWindow): URLSearchParams {
  return listOf(window, { completed: 'true', archived: 'true', completeTime: between(window) });
}

/** The sales begun in a window that are neither completed nor given up; the same bounds as above, which whole seconds fit. */
export function openSalesQuery(window: SalesWindow): URLSearchParams {
  return listOf(window, { completed: 'false', archived: 'false', createTime: between(window) });
}

function between({ start, end }: SalesWindow): string {
  return `><,${utcSecond(Math.floor(start / 1000))},${utcSecond(Math.ceil(end / 1000) - 1)}`;
}

function listOf({ storeIds }: SalesWindow, filters: Record<string, string>): URLSearchParams {
  const query = new URLSearchParams({ ...filters, sort: 'saleID', limit: String(PAGE_SIZE) });
  const shops = [...new Set(storeIds)];
  if (shops.length === 1) query.set('shopID', shops.join());
  if (shops.length > 1 && shops.length <= MAX_IN) query.set('shopID', `IN,[${shops.join()}]`);
  return query;
}

function utcSecond(epochSeconds: number): string {
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}+00:00`;
}
