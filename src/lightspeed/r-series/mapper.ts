import { nameFrom } from '../../departments/name.ts';
import { sumToMinor, toMinor } from '../../turnover/money.ts';
import type { Account, Sale, SaleStanding, StoreOfAccount } from '../connector.ts';
import { UnreadableAnswerError } from '../errors.ts';
import { instantOf, zoneOf } from '../http/wire.ts';
import type { AccountDetail, SaleRow, ShopRow } from './schema.ts';

/** An account from its two answers; the detail has no id, the list no currency. */
export function toAccount(listed: { id: string; name: string | undefined }, detail: AccountDetail): Account {
  return { id: listed.id, name: nameFrom(detail.name ?? listed.name, listed.id), currency: detail.currency };
}

/** A shop with its zone as the account spells it (`US/Pacific` stays), or null where no such zone exists. */
export function toStore(row: ShopRow): StoreOfAccount {
  return {
    id: row.id,
    name: nameFrom(row.name, row.id),
    zone: zoneOf(row.timeZone),
    archived: row.archived,
  };
}

/**
 * A sale as turnover needs it: gross is `total` (tax included), tax is `calcTax1 + calcTax2`. That holds for
 * tax-exclusive and tax-inclusive accounts alike, whatever `calcSubtotal` means there.
 * Where `total` is missing `calcTotal` is taken (equal in every body seen), where one of the taxes is missing `taxTotal`.
 * Throws an UnreadableAnswerError naming the sale when a completed or voided one has no readable time,
 * or when one that counts has no readable amount: a missing amount is never 0.
 */
export function toSale(row: SaleRow, currency: string): Sale {
  const standing = standingOf(row);
  const { gross, tax } = amountsOf(row, standing, currency);
  return {
    id: row.id,
    storeId: row.shopId,
    completedAt: completionOf(row, standing),
    gross,
    tax,
    standing,
    version: row.updateTime ?? row.timeStamp ?? row.completeTime ?? '',
  };
}

function standingOf(row: SaleRow): SaleStanding {
  if (row.voided) return 'voided';
  if (row.archived) return 'archived';
  return row.completed ? 'counts' : 'open';
}

function completionOf(row: SaleRow, standing: SaleStanding): number | null {
  if (!row.completed && (standing !== 'voided' || row.completeTime === undefined)) return null;
  // Sales older than release 2017.18 have no completeTime; there timeStamp is the completion.
  const time = row.completeTime ?? row.timeStamp;
  if (time === undefined) throw unreadable(row, 'has no time of completion');
  try {
    return instantOf(time);
  } catch (cause) {
    throw unreadable(row, 'has a time of completion that cannot be read', cause);
  }
}

function amountsOf(row: SaleRow, standing: SaleStanding, currency: string): { gross: number; tax: number } {
  try {
    return { gross: grossOf(row, currency), tax: taxOf(row, currency) };
  } catch (cause) {
    if (standing === 'counts') throw unreadable(row, 'has an amount that is missing or no number', cause);
    // Never summed: an unreadable amount of a sale that does not count must not stop a night.
    return { gross: 0, tax: 0 };
  }
}

function grossOf(row: SaleRow, currency: string): number {
  const text = row.total ?? row.calcTotal;
  if (text === undefined) throw new RangeError('no total');
  return toMinor(text, currency);
}

function taxOf(row: SaleRow, currency: string): number {
  if (row.calcTax1 !== undefined && row.calcTax2 !== undefined) {
    return sumToMinor([row.calcTax1, row.calcTax2], currency);
  }
  if (row.taxTotal === undefined) throw new RangeError('no tax');
  return toMinor(row.taxTotal, currency);
}

function unreadable(row: SaleRow, what: string, cause?: unknown): UnreadableAnswerError {
  return new UnreadableAnswerError(`Sale ${row.id} ${what}.`, { cause });
}
