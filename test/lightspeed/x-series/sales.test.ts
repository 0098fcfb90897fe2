import { describe, expect, test } from 'vitest';
import type { SalesWindow } from '../../../src/lightspeed/connector.ts';
import {
  datedSaleBody,
  MAIN_OUTLET,
  openedReturn,
  saleBody,
  saleOfThree,
  searchBody,
  without,
} from '../../../src/lightspeed/x-series/fixtures.ts';
import { startTillWith } from '../http/till.ts';
import { connect, SEPT_18, startSearch, TOKEN } from './till.ts';

const OTHER = '06bf537b-c783-11e6-f6b9-53a81bd6b215';
const EVER: SalesWindow = { ...SEPT_18, start: 0, end: Date.parse('2030-01-01T00:00:00Z') };

async function sold(rows: Record<string, unknown>[], window: SalesWindow = EVER) {
  const till = await startSearch(rows);
  const { connector } = connect(till);
  return (await Array.fromAsync(connector.sales(window))).flat();
}

async function askedFor(window: SalesWindow) {
  const till = await startTillWith({ body: searchBody([]) });
  const { connector } = connect(till);
  await Array.fromAsync(connector.sales(window));
  return till.asked;
}

describe('what is asked', () => {
  test('a search for the sales of the window, in UTC, with a second to spare before it', async () => {
    const asked = await askedFor(SEPT_18);

    expect(asked.map((one) => one.path)).toEqual(['/api/2.0/search']);
    expect([...(asked[0]?.query ?? [])]).toEqual([
      ['type', 'sales'],
      ['date_from', '2014-09-17T23:59:59Z'],
      ['date_to', '2014-09-19T00:00:00Z'],
      ['state', 'closed'],
      ['state', 'pending'],
      ['state', 'voided'],
      ['order_by', 'invoice_number'],
      ['order_direction', 'asc'],
      ['page_size', '1000'],
      ['offset', '0'],
    ]);
  });

  test('with the token as a bearer, and a name', async () => {
    const asked = await askedFor(SEPT_18);

    expect(asked[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      accept: 'application/json',
      'user-agent': expect.stringContaining('Daybook'),
    });
  });

  test('a window that begins and ends within a second is asked for to the last of its seconds', async () => {
    const asked = await askedFor({ ...SEPT_18, start: 1_000_400, end: 1_002_600 });

    expect(asked[0]?.query.get('date_from')).toBe('1970-01-01T00:16:39Z');
    expect(asked[0]?.query.get('date_to')).toBe('1970-01-01T00:16:43Z');
  });

  test.each([
    [[OTHER], OTHER],
    [[OTHER, OTHER], OTHER],
    [[OTHER, MAIN_OUTLET], null],
    [undefined, null],
  ])('the stores %j are asked for as the outlet %j', async (storeIds, outlet) => {
    const asked = await askedFor({ ...SEPT_18, ...(storeIds && { storeIds }) });

    expect(asked[0]?.query.get('outlet_id')).toBe(outlet);
  });
});

describe('what is told', () => {
  test('the sale of the documentation', async () => {
    expect(await sold([saleBody()], SEPT_18)).toEqual([
      {
        id: 'b8ca3a65-0183-11e4-fbb5-39f7fce5e39b',
        storeId: MAIN_OUTLET,
        completedAt: Date.parse('2014-09-18T01:37:56Z'),
        gross: 23_000,
        tax: 3_000,
        standing: 'counts',
        version: '2014-09-18T01:37:59+00:00',
      },
    ]);
  });

  test('amounts as they were written, though the body holds numbers', async () => {
    const sales = await sold([saleOfThree]);

    expect(sales).toMatchObject([{ gross: 1_485, tax: 194 }]);
  });

  test('sales of both shapes', async () => {
    expect(await sold([saleBody(), datedSaleBody()])).toHaveLength(2);
  });

  test('no sales', async () => {
    expect(await sold([])).toEqual([]);
  });

  test('voided sales come along as such; parked and waiting ones do not', async () => {
    const sales = await sold([
      saleBody({ id: 'v', state: 'voided' }),
      saleBody({ id: 'p', state: 'pending', attributes: ['layby'] }),
      openedReturn,
    ]);

    expect(sales).toMatchObject([{ id: 'v', standing: 'voided', gross: 23_000 }]);
  });

  test('a deleted sale comes along as archived', async () => {
    const sales = await sold([saleBody({ deleted_at: '2014-09-20T00:00:00+00:00' })]);

    expect(sales).toMatchObject([{ standing: 'archived' }]);
  });

  test.each([
    ['2014-09-17T23:59:59+00:00', false],
    ['2014-09-17T23:59:59.999Z', false],
    ['2014-09-18T00:00:00+00:00', true],
    ['2014-09-18T23:59:59.999Z', true],
    ['2014-09-19T00:00:00+00:00', false],
    ['2014-09-18T00:30:00+12:00', false],
    ['2014-09-19T11:59:59+12:00', true],
  ])('a sale of %s is in the eighteenth of September: %s', async (sale_date, inside) => {
    expect(await sold([saleBody({ sale_date })], SEPT_18)).toHaveLength(inside ? 1 : 0);
  });

  test('sales of stores not asked for are dropped, even unreadable ones', async () => {
    const rows = [
      saleBody(),
      saleBody({ id: '3', outlet_id: OTHER }),
      without(saleBody({ id: '4', outlet_id: 'elsewhere' }), 'total_price', 'sale_date'),
    ];

    const sales = await sold(rows, { ...SEPT_18, storeIds: [MAIN_OUTLET, OTHER] });

    expect(sales.map((sale) => sale.storeId)).toEqual([MAIN_OUTLET, OTHER]);
  });

  test('an outlet that the server did not filter by is filtered by here', async () => {
    const rows = [saleBody(), saleBody({ id: '3', outlet_id: OTHER })];

    const sales = await sold(rows, { ...SEPT_18, storeIds: [OTHER] });

    expect(sales.map((sale) => sale.id)).toEqual(['3']);
  });
});

describe('what is still open', () => {
  const opened = async (rows: Record<string, unknown>[], window: SalesWindow = SEPT_18) => {
    const till = await startSearch(rows);
    const { connector } = connect(till);
    const sales = (await Array.fromAsync(connector.openSales?.(window) ?? [])).flat();
    return { sales, till };
  };

  test('parked and waiting sales begun in the window, asked for by their states', async () => {
    const { sales, till } = await opened([
      saleBody({ id: 'parked', state: 'parked' }),
      saleBody({ id: 'waiting', state: 'pending', attributes: ['layby'] }),
      saleBody({ id: 'on-account', state: 'pending', attributes: ['onaccount'] }),
      saleBody({ id: 'next-day', state: 'parked', sale_date: '2014-09-19T00:00:00+00:00' }),
    ]);

    expect(till.asked[0]?.query.getAll('state')).toEqual(['parked', 'pending']);
    expect(sales).toMatchObject([
      { id: 'parked', standing: 'open', completedAt: null, gross: 23_000 },
      { id: 'waiting', standing: 'open' },
    ]);
  });

  test('none of a store that was not asked for', async () => {
    const rows = [saleBody({ id: 'elsewhere', state: 'parked', outlet_id: OTHER })];

    const { sales } = await opened(rows, { ...SEPT_18, storeIds: [MAIN_OUTLET, 'another'] });

    expect(sales).toEqual([]);
  });
});
