import { nameFrom } from '../../departments/name.ts';
import { sumToMinor, toMinor } from '../../turnover/money.ts';
import type { Account, Sale, SaleStanding, StoreOfAccount } from '../connector.ts';
import { UnreadableAnswerError } from '../errors.ts';
import { instantOf, zoneOf } from '../http/wire.ts';
import type { OutletRow, Retailer, SaleRow } from './schema.ts';

export function toAccount({ id, name, currency }: Retailer): Account {
  return { id, name: nameFrom(name, id), currency };
}

/** An outlet; one without a zone of its own lives in the retailer's, where there is one. */
export function toStore(row: OutletRow, retailerZone: string | undefined): StoreOfAccount {
  return {
    id: row.id,
    name: nameFrom(row.name, row.id),
    zone: zoneOf(row.timeZone ?? retailerZone),
    archived: row.deleted,
    ...(row.currency !== undefined && { currency: row.currency }),
  };
}

/**
 * A sale as turnover needs it. `total_price` excludes tax and is taken as it is: surcharges and fees that the till put in it
 * stay in, tips are not in it. Completion is the sale date, also of a layby that was completed later: so X-Series reports it.
 * Throws an UnreadableAnswerError naming the sale when one that is not open has no readable time, or when one that counts
 * has no readable amount: a missing amount is never 0.
 */
export function toSale(row: SaleRow, currency: string): Sale {
  const standing = standingOf(row);
  return {
    id: row.id,
    storeId: row.outletId,
    completedAt: standing === 'open' ? null : dateOf(row),
    ...amountsOf(row, standing, currency),
    standing,
    version: row.updatedAt ?? row.version ?? row.date ?? '',
  };
}

/** The statuses that `pending` with `onaccount`, or `closed`, were called before states came. */
const COUNTING_STATUSES = new Set([
  'CLOSED',
  'ONACCOUNT',
  'ONACCOUNT_CLOSED',
  'LAYBY_CLOSED',
  'DISPATCHED_CLOSED',
  'PICKED_UP_CLOSED',
  'SERVICE_CLOSED',
]);

function standingOf(row: SaleRow): SaleStanding {
  if ((row.state ?? row.status?.toLowerCase()) === 'voided') return 'voided';
  if (row.deleted) return 'archived';
  return isRevenue(row) ? 'counts' : 'open';
}

/** Closed, with whatever attribute, or on account: that counts in full when it is made, paid or not. */
function isRevenue({ state, status, attributes }: SaleRow): boolean {
  if (state === undefined) return status !== undefined && COUNTING_STATUSES.has(status);
  return state === 'closed' || (state === 'pending' && attributes.includes('onaccount'));
}

/** The sale date, epoch milliseconds. Throws an UnreadableAnswerError naming the sale where it has none that can be read. */
export function dateOf(row: SaleRow): number {
  if (row.date === undefined) throw unreadable(row, 'has no sale date');
  try {
    return instantOf(row.date);
  } catch (cause) {
    throw unreadable(row, 'has a sale date that cannot be read', cause);
  }
}

function amountsOf(row: SaleRow, standing: SaleStanding, currency: string): { gross: number; tax: number } {
  try {
    return { gross: grossOf(row, currency), tax: toMinor(known(row.tax), currency) };
  } catch (cause) {
    if (standing === 'counts') throw unreadable(row, 'has an amount that is missing or no number', cause);
    // Never summed: an unreadable amount of a sale that does not count must not stop a night.
    return { gross: 0, tax: 0 };
  }
}

function grossOf(row: SaleRow, currency: string): number {
  if (row.priceInclTax !== undefined) return toMinor(row.priceInclTax, currency);
  return sumToMinor([known(row.price), known(row.tax)], currency);
}

function known(amount: string | undefined): string {
  if (amount === undefined) throw new RangeError('no amount');
  return amount;
}

function unreadable(row: SaleRow, what: string, cause?: unknown): UnreadableAnswerError {
  return new UnreadableAnswerError(`Sale ${row.id} ${what}.`, { cause });
}
