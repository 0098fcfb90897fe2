import { describe, expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import { parseExact } from '../../../src/lightspeed/http/exact-json.ts';
import {
  datedSaleBody,
  literal,
  MAIN_OUTLET,
  openedReturn,
  saleBody,
  saleOfThree,
  saleWithFee,
  without,
} from '../../../src/lightspeed/x-series/fixtures.ts';
import { toSale } from '../../../src/lightspeed/x-series/mapper.ts';
import { saleRow } from '../../../src/lightspeed/x-series/schema.ts';

type Body = Record<string, unknown>;

/** As it comes over the wire. */
const mapped = (body: Body, currency = 'NZD') =>
  toSale(saleRow.parse(parseExact(JSON.stringify(body))), currency);

describe('shapes', () => {
  test('a sale of 2.0', () => {
    expect(mapped(saleBody())).toEqual({
      id: 'b8ca3a65-0183-11e4-fbb5-39f7fce5e39b',
      storeId: MAIN_OUTLET,
      completedAt: Date.parse('2014-09-18T01:37:56Z'),
      gross: 23_000,
      tax: 3_000,
      standing: 'counts',
      version: '2014-09-18T01:37:59+00:00',
    });
  });

  test('a sale of the date versions', () => {
    expect(mapped(datedSaleBody())).toEqual({
      id: '00000000-0000-4000-8000-000000000010',
      storeId: MAIN_OUTLET,
      completedAt: Date.parse('2014-09-18T14:12:31Z'),
      gross: 12_100,
      tax: 2_100,
      standing: 'counts',
      version: '2014-09-18T14:12:35+00:00',
    });
  });

  test('a sale already parsed the ordinary way', () => {
    const body: Body = { ...saleBody(), total_price: 12.91, total_tax: 1.94 };

    expect(toSale(saleRow.parse(body), 'NZD')).toMatchObject({ gross: 1485, tax: 194 });
  });

  test.each([
    ['an outlet', without(saleBody(), 'outlet_id')],
    ['an outlet in its source', datedSaleBody({ source: { type: 'USER' } })],
    ['a state or status', without(saleBody(), 'state', 'status')],
    ['an id', without(saleBody(), 'id')],
  ])('a sale without %s is refused', (_what, body) => {
    expect(saleRow.safeParse(body).success).toBe(false);
  });

  test.each([
    ['the last update', saleBody(), '2014-09-18T01:37:59+00:00'],
    ['else the version', without(saleBody(), 'updated_at'), '413'],
    ['else the sale date', without(saleBody(), 'version', 'updated_at'), '2014-09-18T01:37:56+00:00'],
  ])('its version is %s', (_what, body, version) => {
    expect(mapped(body).version).toBe(version);
  });
});

describe('amounts', () => {
  test('a fee that is in the total is turnover', () => {
    expect(mapped(saleWithFee)).toMatchObject({ gross: 23_150, tax: 3_000 });
  });

  test('lines that do not add up to the total change nothing', () => {
    expect(mapped(saleOfThree)).toMatchObject({ gross: 1_485, tax: 194 });
  });

  test('digits that no float holds are not lost', () => {
    const body = saleBody({ total_price: literal('70368744177663.99'), total_tax: literal('0.005') });

    // As a float the first is 70368744177663.984.
    expect(mapped(body)).toMatchObject({ gross: 7_036_874_417_766_400, tax: 1 });
    expect(mapped(saleBody({ total_price: literal('1.0049999999999999999'), total_tax: 0 })).gross).toBe(100);
  });

  test('price and tax are added before they are rounded', () => {
    const body = saleBody({ total_price: literal('0.004'), total_tax: literal('0.004') });

    expect(mapped(body)).toMatchObject({ gross: 1, tax: 0 });
  });

  test('the price including tax stands before the sum', () => {
    const totals = { price: literal('10.33'), tax: literal('1.66'), price_incl_tax: literal('12.00') };

    expect(mapped(datedSaleBody({ totals }))).toMatchObject({ gross: 1_200, tax: 166 });
  });

  test('without it price and tax are added', () => {
    const totals = { price: literal('10.34'), tax: literal('1.66') };

    expect(mapped(datedSaleBody({ totals })).gross).toBe(1_200);
  });

  test('text in place of a number is read as well', () => {
    expect(mapped(saleBody({ total_price: '200.10', total_tax: '30.02' }))).toMatchObject({ gross: 23_012 });
  });

  test.each([
    ['JPY', 230],
    ['KWD', 230_000],
  ])('the minor unit is that of %s', (currency, gross) => {
    expect(mapped(saleBody(), currency).gross).toBe(gross);
  });

  test.each([
    ['no price', without(saleBody(), 'total_price')],
    ['no tax', without(saleBody(), 'total_tax')],
    ['a price of null', saleBody({ total_price: null })],
    ['a price that is no number', saleBody({ total_price: '12,50' })],
    ['a price beyond exactness', saleBody({ total_price: literal('1e300') })],
    ['empty totals', datedSaleBody({ totals: {} })],
    ['no totals', without(datedSaleBody(), 'totals')],
    ['totals without a tax', datedSaleBody({ totals: { price_incl_tax: 121 } })],
  ])('a counting sale with %s is refused by its id', (_what, body) => {
    expect(() => mapped(body)).toThrow(UnreadableAnswerError);
    expect(() => mapped(body)).toThrow(String(body['id']));
  });

  test('amounts that are never summed need not be readable', () => {
    const body = without(saleBody({ state: 'voided' }), 'total_price');

    expect(mapped(body)).toMatchObject({ gross: 0, tax: 0, standing: 'voided' });
  });
});

describe('what counts', () => {
  test.each([
    ['closed', [], 'counts'],
    ['closed', ['onaccount'], 'counts'],
    ['closed', ['layby'], 'counts'],
    ['closed', ['delivery'], 'counts'],
    ['closed', ['pickup'], 'counts'],
    ['closed', ['service'], 'counts'],
    ['CLOSED', [], 'counts'],
    ['pending', ['onaccount'], 'counts'],
    ['pending', ['onaccount', 'delivery'], 'counts'],
    ['pending', ['ONACCOUNT'], 'counts'],
    ['pending', [], 'open'],
    ['pending', ['layby'], 'open'],
    ['pending', ['delivery'], 'open'],
    ['pending', ['pickup'], 'open'],
    ['pending', ['service'], 'open'],
    ['parked', [], 'open'],
    ['parked', ['onaccount'], 'open'],
    ['quote', [], 'open'],
    ['voided', [], 'voided'],
    ['voided', ['onaccount'], 'voided'],
  ])('%s with %j: %s', (state, attributes, standing) => {
    // The status says the opposite, and is not listened to.
    const status = standing === 'counts' ? 'SAVED' : 'CLOSED';

    expect(mapped(saleBody({ state, attributes, status })).standing).toBe(standing);
  });

  test.each([
    ['CLOSED', 'counts'],
    ['ONACCOUNT', 'counts'],
    ['ONACCOUNT_CLOSED', 'counts'],
    ['LAYBY_CLOSED', 'counts'],
    ['DISPATCHED_CLOSED', 'counts'],
    ['PICKED_UP_CLOSED', 'counts'],
    ['SERVICE_CLOSED', 'counts'],
    ['SAVED', 'open'],
    ['OPEN', 'open'],
    ['LAYBY', 'open'],
    ['AWAITING_DISPATCH', 'open'],
    ['AWAITING_PICKUP', 'open'],
    ['SERVICE', 'open'],
    ['QUOTE', 'open'],
    ['VOIDED', 'voided'],
  ])('without a state, the status %s: %s', (status, standing) => {
    expect(mapped(without(saleBody({ status }), 'state', 'attributes')).standing).toBe(standing);
  });

  test('a deleted sale does not, whatever its state', () => {
    expect(mapped(saleBody({ deleted_at: '2014-09-19T08:00:00+00:00' })).standing).toBe('archived');
  });

  test('a return does once it is closed, and takes away', () => {
    expect(mapped(openedReturn)).toMatchObject({ standing: 'open', completedAt: null });
    expect(mapped({ ...openedReturn, status: 'CLOSED' })).toMatchObject({
      standing: 'counts',
      gross: -23_000,
      tax: -3_000,
    });
  });
});

describe('times', () => {
  test.each([
    ['2014-09-18T01:37:56+00:00', '2014-09-18T01:37:56Z'],
    ['2014-09-18T13:37:56+12:00', '2014-09-18T01:37:56Z'],
    ['2014-09-18T01:37:56.789Z', '2014-09-18T01:37:56.789Z'],
    ['2014-09-18 01:37:56', '2014-09-18T01:37:56Z'],
  ])('%s is an instant', (sale_date, instant) => {
    expect(mapped(saleBody({ sale_date })).completedAt).toBe(Date.parse(instant));
  });

  test.each([['2014-02-30T00:00:00Z'], ['yesterday'], [null], ['']])('%j is none', (sale_date) => {
    expect(() => mapped(saleBody({ sale_date }))).toThrow(UnreadableAnswerError);
  });

  test('an open sale needs none', () => {
    expect(mapped(without(saleBody({ state: 'parked' }), 'sale_date')).completedAt).toBeNull();
  });
});
