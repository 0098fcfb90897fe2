import type { SalesWindow } from '../connector.ts';
import { PAGE_SIZE } from './schema.ts';

/** The states of sales that may count, and of the voided ones: those are told as corrections. */
export const countingStates = ['closed', 'pending', 'voided'] as const;

/** The states of sales that were begun and are not done; one on account is pending too, and counts. */
export const openStates = ['parked', 'pending'] as const;

/** A page of outlets by version, after one; deleted ones too. */
export function outletsQuery(after: bigint): URLSearchParams {
  return new URLSearchParams({ deleted: 'true', after: String(after) });
}

/**
 * The sales of a window by their sale date, in some states.
 * The wire knows whole seconds and nobody says whether its limits are included, so a second more is asked for on the
 * early side, and the one that holds `end` on the late side; what is too much is cut by the caller.
 * Sorted by number, for paging by offset needs an order that stays: a new sale has a new number.
 */
export function salesQuery(
  { start, end, storeIds }: SalesWindow,
  { offset, states }: { offset: number; states: readonly string[] },
): URLSearchParams {
  const query = new URLSearchParams({
    type: 'sales',
    date_from: utcSecond(Math.floor(start / 1000) - 1),
    date_to: utcSecond(Math.ceil(end / 1000)),
  });
  for (const state of states) query.append('state', state);
  const [outlet, ...others] = new Set(storeIds);
  // The API takes one outlet; several are picked out on our side.
  if (outlet !== undefined && others.length === 0) query.set('outlet_id', outlet);
  query.set('order_by', 'invoice_number');
  query.set('order_direction', 'asc');
  query.set('page_size', String(PAGE_SIZE));
  query.set('offset', String(offset));
  return query;
}

function utcSecond(epochSeconds: number): string {
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}Z`;
}
