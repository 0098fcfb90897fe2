import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../src/lightspeed/errors.ts';
import { saleBody as rSale } from '../../src/lightspeed/r-series/fixtures.ts';
import * as rMapper from '../../src/lightspeed/r-series/mapper.ts';
import * as r from '../../src/lightspeed/r-series/schema.ts';
import {
  datedSaleBody,
  outletBody,
  outletsBody,
  retailerBody,
  saleBody as xSale,
} from '../../src/lightspeed/x-series/fixtures.ts';
import * as xMapper from '../../src/lightspeed/x-series/mapper.ts';
import * as x from '../../src/lightspeed/x-series/schema.ts';
import { fuzzTimeout, runsOf, texts } from './support/runs.ts';

const junk = fc.oneof(texts, fc.jsonValue({ maxDepth: 3 }), fc.double(), fc.maxSafeInteger());

/** A body as Lightspeed sends it, some of whose fields hold anything, or are gone. */
const spoiled = (body: Record<string, unknown>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(body)), fc.option(junk, { nil: undefined }), { maxKeys: 4 })
    .map((over): Record<string, unknown> => ({ ...body, ...over }));

const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');

/** A page of such bodies, or something altogether different. */
const pageOf = (rows: fc.Arbitrary<Record<string, unknown>>, wrap: (rows: unknown) => unknown) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(rows, { maxLength: 3 }).map(wrap) },
    fc.jsonValue(),
    rows.map(wrap),
  );

interface Money {
  gross: number;
  tax: number;
  completedAt: number | null;
}

/** What was read is exact, and what could not be is said in the one way that throws a whole reading away. */
function readsOrRefuses(read: () => readonly Money[]): void {
  let sales: readonly Money[] = [];
  try {
    sales = read();
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableAnswerError);
  }
  for (const { gross, tax, completedAt } of sales) {
    expect(Number.isSafeInteger(gross) && Number.isSafeInteger(tax)).toBe(true);
    expect(completedAt === null || Number.isSafeInteger(completedAt)).toBe(true);
  }
}

describe('whatever comes as an answer of Lightspeed is read exactly or refused as a whole', () => {
  test('sales of R-Series', { timeout: fuzzTimeout }, () => {
    const pages = pageOf(spoiled(rSale()), (Sale) => ({ '@attributes': { next: '' }, Sale }));
    fc.assert(
      fc.property(pages, currencies, (body, currency) => {
        const { data } = r.salePage.safeParse(body);
        readsOrRefuses(() => (data?.rows ?? []).map((row) => rMapper.toSale(row, currency)));
      }),
      runsOf(0.25),
    );
  });

  test('sales of X-Series', { timeout: fuzzTimeout }, () => {
    const rows = fc.oneof(spoiled(xSale()), spoiled(datedSaleBody()));
    fc.assert(
      fc.property(
        pageOf(rows, (data) => ({ data })),
        currencies,
        (body, currency) => {
          const { data } = x.salePage.safeParse(body);
          readsOrRefuses(() => (data ?? []).map((row) => xMapper.toSale(row, currency)));
        },
      ),
      runsOf(0.25),
    );
  });

  test('shops, outlets and accounts', { timeout: fuzzTimeout }, () => {
    const shop = { shopID: '1', name: 'A', timeZone: 'Europe/Amsterdam', archived: 'false' };
    const shops = pageOf(spoiled(shop), (Shop) => ({ '@attributes': { next: '' }, Shop }));
    const outlets = pageOf(spoiled(outletBody()), (rows) => outletsBody(rows as never, 1));
    const retailers = spoiled(retailerBody()['data'] as Record<string, unknown>).map((data) => ({ data }));
    const details = spoiled({ name: 'A', defaultCurrency: { code: 'EUR' } });
    fc.assert(
      fc.property(shops, outlets, retailers, details, (...[ofShops, ofOutlets, ofRetailer, detail]) => {
        const stores = [
          ...(r.shopPage.safeParse(ofShops).data?.rows ?? []).map(rMapper.toStore),
          ...(x.outletPage.safeParse(ofOutlets).data?.rows ?? []).map((row) =>
            xMapper.toStore(row, 'Europe/Amsterdam'),
          ),
        ];
        const accounts = [
          ...[r.accountDetail.safeParse(detail).data]
            .filter((read) => read !== undefined)
            .map((read) => rMapper.toAccount({ id: '1', name: 'A' }, read)),
          ...[x.retailer.safeParse(ofRetailer).data]
            .filter((read) => read !== undefined)
            .map((read) => xMapper.toAccount(read)),
        ];
        for (const { id, name } of [...stores, ...accounts]) {
          expect(id).toMatch(/^[\w-]{1,64}$/);
          expect(typeof name).toBe('string');
        }
        for (const { currency } of accounts) expect(currency).toMatch(/^[A-Z]{3}$/);
      }),
      runsOf(0.1),
    );
  });
});
