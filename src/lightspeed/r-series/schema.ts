import { z } from 'zod';
import { id, plainId, text } from '../http/wire.ts';

/** The most rows one page may hold (R-Series: `limit` is 0..100). */
export const PAGE_SIZE = 100;

export interface Page<Row> {
  /** The full URL of the following page; null on the last one. */
  next: string | null;
  rows: Row[];
}

const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => String(value) === 'true');

const filled = z.string().min(1).optional();
const flagText = z.enum(['true', 'false']);

/**
 * A sale as R-Series sends it as a rule: text throughout, nothing empty. Zod compiles such a plain object to one function,
 * about ten times as fast as the one below, and a night may bring a million.
 */
const usualSale = z
  .object({
    saleID: plainId,
    shopID: plainId,
    completed: flagText,
    voided: flagText,
    archived: flagText,
    completeTime: filled,
    timeStamp: filled,
    updatetime: filled,
    updateTime: filled,
    total: filled,
    calcTotal: filled,
    calcTax1: filled,
    calcTax2: filled,
    taxTotal: filled,
  })
  .transform((row) => ({
    id: row.saleID,
    shopId: row.shopID,
    completed: row.completed === 'true',
    voided: row.voided === 'true',
    archived: row.archived === 'true',
    completeTime: row.completeTime,
    timeStamp: row.timeStamp,
    updateTime: row.updatetime ?? row.updateTime,
    total: row.total,
    calcTotal: row.calcTotal,
    calcTax1: row.calcTax1,
    calcTax2: row.calcTax2,
    taxTotal: row.taxTotal,
  }));

/** The same with whatever else has been seen: numbers, booleans, nulls and empty texts. */
const unusualSale = z
  .object({
    saleID: id,
    shopID: id,
    completed: flag,
    voided: flag,
    archived: flag,
    completeTime: text,
    timeStamp: text,
    // The documentation spells it one way, recorded bodies the other.
    updatetime: text,
    updateTime: text,
    total: text,
    calcTotal: text,
    calcTax1: text,
    calcTax2: text,
    taxTotal: text,
  })
  .transform(({ saleID, shopID, updatetime, updateTime, ...rest }) => ({
    ...rest,
    id: saleID,
    shopId: shopID,
    updateTime: updatetime ?? updateTime,
  }));

/** A sale with our names. Flags must be there: one that is missing may not be taken for false. */
export const saleRow = z.union([usualSale, unusualSale]);
export type SaleRow = z.output<typeof saleRow>;

export const shopRow = z
  .object({ shopID: id, name: text, timeZone: text, archived: flag })
  .transform(({ shopID, ...rest }) => ({ ...rest, id: shopID }));
export type ShopRow = z.output<typeof shopRow>;

export const salePage = pageOf('Sale', saleRow);
export const shopPage = pageOf('Shop', shopRow);

/** `Account.json`: the accounts behind the key, one in practice. */
export const accountList = z
  .object({
    '@attributes': z.object({}),
    Account: oneOrMany(z.object({ accountID: id.pipe(z.string().regex(/^\d+$/)), name: text })),
  })
  .transform((body) => body.Account.map((account) => ({ id: account.accountID, name: account.name })));

/** `Account/{id}.json`: not wrapped in anything, and the only place that tells the currency. */
export const accountDetail = z
  .object({ name: text, defaultCurrency: z.object({ code: z.string().regex(/^[A-Za-z]{3}$/) }) })
  .transform((body) => ({ name: body.name, currency: body.defaultCurrency.code.toUpperCase() }));
export type AccountDetail = z.output<typeof accountDetail>;

/** No rows: the key is missing or `""`. One row: an object. Several: an array. */
function oneOrMany<Row extends z.ZodType>(row: Row) {
  return z.preprocess((value) => {
    if (value === undefined || value === null || value === '') return [];
    return Array.isArray(value) ? value : [value];
  }, z.array(row));
}

/**
 * A V3 list. `@attributes` must be there, so that an error body sent with status 200 is never an empty list;
 * and a full page must say whether another follows.
 */
function pageOf<Row extends z.ZodType>(key: string, row: Row) {
  return z
    .record(z.string(), z.unknown())
    .transform((body) => ({ attributes: body['@attributes'], rows: body[key] }))
    .pipe(z.object({ attributes: z.object({ next: z.string().nullish() }), rows: oneOrMany(row) }))
    .refine((page) => typeof page.attributes.next === 'string' || page.rows.length < PAGE_SIZE, {
      error: 'a full page that does not say whether another follows',
    })
    .transform((page) => ({ next: page.attributes.next || null, rows: page.rows }));
}
