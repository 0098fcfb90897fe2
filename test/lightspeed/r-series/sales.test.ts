import { describe, expect, test } from 'vitest';
import type { SalesWindow } from '../../../src/lightspeed/connector.ts';
import {
  cancelledSale,
  giftCardLoad,
  listBody,
  oldSale,
  openSale,
  refund,
  saleBody,
  voidedSale,
  without,
} from '../../../src/lightspeed/r-series/fixtures.ts';
import { startTillWith } from '../http/till.ts';
import { connect, JUNE_6 } from './till.ts';

const EVER: SalesWindow = { ...JUNE_6, start: 0, end: Date.parse('2030-01-01T00:00:00Z') };
const AT = '2021-06-06T15:19:18+00:00';

async function sold(rows: Record<string, unknown>[], window: SalesWindow = EVER) {
  const till = await startTillWith({ body: listBody('Sale', rows) });
  const { connector } = connect(till);
  return (await Array.fromAsync(connector.sales(window))).flat();
}

describe('what is asked', () => {
  test('one request per page, with the window in whole UTC seconds and encoded', async () => {
    const till = await startTillWith({ body: listBody('Sale', [saleBody()]) });
    const { connector } = connect(till);

    await Array.fromAsync(connector.sales(JUNE_6));

    expect(till.asked.map((asked) => asked.path)).toEqual(['/API/V3/Account/123456/Sale.json']);
    expect(till.asked[0]?.raw).toContain(
      'completeTime=%3E%3C%2C2021-06-06T00%3A00%3A00%2B00%3A00%2C2021-06-06T23%3A59%3A59%2B00%3A00',
    );
    expect(Object.fromEntries(till.asked[0]?.query ?? [])).toEqual({
      completed: 'true',
      archived: 'true',
      completeTime: '><,2021-06-06T00:00:00+00:00,2021-06-06T23:59:59+00:00',
      sort: 'saleID',
      limit: '100',
    });
  });

  test('the key goes as the user name of Basic, with the password apikey', async () => {
    const till = await startTillWith({ body: listBody('Sale', []) });
    const { connector } = connect(till, { credentials: { kind: 'key', key: 'abc' } });

    await Array.fromAsync(connector.sales(JUNE_6));

    expect(till.asked[0]?.headers.authorization).toBe('Basic YWJjOmFwaWtleQ==');
  });

  test('a window that begins and ends within a second asks for every second it touches', async () => {
    const till = await startTillWith({ body: listBody('Sale', []) });
    const { connector } = connect(till);

    await Array.fromAsync(connector.sales({ ...JUNE_6, start: 1_000_400, end: 1_002_600 }));

    expect(till.asked[0]?.query.get('completeTime')).toBe(
      '><,1970-01-01T00:16:40+00:00,1970-01-01T00:16:42+00:00',
    );
  });

  test.each([
    [['3'], '3'],
    [['3', '3'], '3'],
    [['1', '3'], 'IN,[1,3]'],
    [Array.from({ length: 101 }, (_, index) => String(index)), null],
    [undefined, null],
  ])('the stores %j are asked for as %j', async (storeIds, shopID) => {
    const till = await startTillWith({ body: listBody('Sale', []) });
    const { connector } = connect(till);

    await Array.fromAsync(connector.sales({ ...JUNE_6, ...(storeIds && { storeIds }) }));

    expect(till.asked[0]?.query.get('shopID')).toBe(shopID);
  });
});

describe('what is told', () => {
  test('the sale of the documentation', async () => {
    expect(await sold([saleBody()], JUNE_6)).toEqual([
      {
        id: '2',
        storeId: '1',
        completedAt: Date.parse(AT),
        gross: 31710,
        tax: 3710,
        standing: 'counts',
        version: AT,
      },
    ]);
  });

  test('no rows, one row as an object, and several', async () => {
    expect(await sold([])).toEqual([]);
    expect(await sold([saleBody()])).toHaveLength(1);
    expect(await sold([saleBody(), refund, giftCardLoad])).toHaveLength(3);
  });

  test('a key that is "" instead of missing is no rows', async () => {
    const till = await startTillWith({ body: { ...listBody('Sale', []), Sale: '' } });
    const { connector } = connect(till);

    expect(await Array.fromAsync(connector.sales(JUNE_6))).toEqual([]);
  });

  test('a refund is negative', async () => {
    const [sale] = await sold([refund]);

    expect(sale).toMatchObject({ gross: -3448, tax: -449, standing: 'counts' });
  });

  test.each(['updatetime', 'updateTime'])(
    'the version is the time of the last update, spelled %s',
    async (name) => {
      const body = { ...without(saleBody(), 'updatetime'), [name]: '2021-06-09T08:00:00+00:00' };

      const [sale] = await sold([body]);

      expect(sale?.version).toBe('2021-06-09T08:00:00+00:00');
    },
  );

  test('loading a gift card is nothing', async () => {
    const [sale] = await sold([giftCardLoad]);

    expect(sale).toMatchObject({ gross: 0, tax: 0, standing: 'counts' });
  });

  test('a sale from before completeTime existed is placed by its timeStamp', async () => {
    const [sale] = await sold([oldSale]);

    expect(sale).toMatchObject({
      completedAt: Date.parse('2016-11-02T19:36:29Z'),
      gross: 1149,
      tax: 150,
      standing: 'counts',
      version: '2016-11-02T19:36:29+00:00',
    });
  });

  test('an empty completeTime is a missing one', async () => {
    const [sale] = await sold([saleBody({ completeTime: '', timeStamp: '2021-06-01T10:00:00+00:00' })]);

    expect(sale?.completedAt).toBe(Date.parse('2021-06-01T10:00:00Z'));
  });

  test('voided sales come along as such; open and cancelled ones do not', async () => {
    const sales = await sold([voidedSale, openSale, cancelledSale]);

    expect(sales).toMatchObject([{ id: '22', standing: 'voided', gross: 31710, tax: 3710 }]);
  });

  test('a completed sale that is archived all the same does not count', async () => {
    const [sale] = await sold([saleBody({ archived: 'true' })]);

    expect(sale?.standing).toBe('archived');
  });

  test('an open sale that carries a time of completion is left out', async () => {
    expect(await sold([saleBody({ completed: 'false' })])).toEqual([]);
  });

  test.each([
    ['2021-06-05T23:59:59+00:00', false],
    ['2021-06-06T00:00:00+00:00', true],
    ['2021-06-06T23:59:59+00:00', true],
    ['2021-06-07T00:00:00+00:00', false],
    ['2021-06-06T20:00:00-0400', false],
    ['2021-06-06T19:59:59-0400', true],
    ['2021-06-06T00:30:00', true],
    ['2021-06-06T23:30:00', true],
  ])('a sale completed at %s is in the sixth of June: %s', async (completeTime, inside) => {
    expect(await sold([saleBody({ completeTime })], JUNE_6)).toHaveLength(inside ? 1 : 0);
  });

  test('sales of stores not asked for are dropped, even unreadable ones', async () => {
    const rows = [
      saleBody(),
      saleBody({ saleID: '3', shopID: '2' }),
      saleBody({ saleID: '4', shopID: '9', total: '?' }),
    ];

    const sales = await sold(rows, { ...JUNE_6, storeIds: ['1', '2'] });

    expect(sales.map((sale) => sale.id)).toEqual(['2', '3']);
  });

  test('numbers and booleans that are not strings are read as well', async () => {
    const [sale] = await sold([
      saleBody({ saleID: 2, shopID: 1, completed: true, voided: false, total: 317.1 }),
    ]);

    expect(sale).toMatchObject({ id: '2', storeId: '1', gross: 31710, standing: 'counts' });
  });
});

test('over 119 sales gross less tax is exactly subtotal less discount', async () => {
  const rows = Array.from({ length: 119 }, (_, index) => {
    const [subtotal, discount, tax1, tax2] = [index * 137 - 4000, index * 3, index * 7 + 1, index % 14];
    const total = subtotal - discount + tax1 + tax2;
    const cents = (amount: number) => String(amount / 100);
    return {
      net: subtotal - discount,
      body: saleBody({
        saleID: String(index + 1),
        calcSubtotal: cents(subtotal),
        calcDiscount: cents(discount),
        calcTax1: cents(tax1),
        calcTax2: cents(tax2),
        total: cents(total),
        // As in the recorded page: lines are not rounded, and their sum is not the total.
        SaleLines: { SaleLine: { calcTotal: `${total / 100}14` } },
      }),
    };
  });
  const till = await startTillWith(
    {
      body: listBody(
        'Sale',
        rows.slice(0, 100).map((row) => row.body),
        '?after=2',
      ),
    },
    {
      body: listBody(
        'Sale',
        rows.slice(100).map((row) => row.body),
      ),
    },
  );
  const { connector } = connect(till);

  const sales = (await Array.fromAsync(connector.sales(JUNE_6))).flat();

  expect(till.asked).toHaveLength(2);
  expect(sales.map((sale) => sale.gross - sale.tax)).toEqual(rows.map((row) => row.net));
});
