import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sale } from '../../src/lightspeed/connector.ts';
import {
  cancelledSale,
  giftCardLoad,
  openSale,
  refund,
  saleBody,
  voidedSale,
} from '../../src/lightspeed/r-series/fixtures.ts';
import { toSale } from '../../src/lightspeed/r-series/mapper.ts';
import { saleRow } from '../../src/lightspeed/r-series/schema.ts';
import { createTally, type TallyStore } from '../../src/turnover/tally.ts';
import { dayBounds, dayOf } from '../../src/turnover/trading-day.ts';
import { anyPages, someSales } from './sale-samples.ts';

const store: TallyStore = { storeId: '1', zone: 'UTC', cutOff: 0 };
const mapped = (body: Record<string, unknown>, currency = 'CAD') => toSale(saleRow.parse(body), currency);

function tallied(sales: Sale[], days: string[], stores: TallyStore[] = [store]) {
  const tally = createTally(stores, days);
  tally.fold(sales);
  return tally.figures();
}

describe('each kind of sale', () => {
  const day = '2021-06-06';
  const onDay = { completeTime: `${day}T15:00:00+00:00` };

  test.each([
    ['a normal sale', saleBody(onDay), { gross: 31_710, net: 28_000, tax: 3_710, sales: 1 }],
    ['an open sale', openSale, { gross: 0, net: 0, tax: 0, sales: 0 }],
    ['a cancelled sale', { ...cancelledSale, ...onDay }, { gross: 0, net: 0, tax: 0, sales: 0 }],
    ['a refund', { ...refund, ...onDay }, { gross: -3_448, net: -2_999, tax: -449, sales: 1 }],
    [
      'an exchange: the net of its lines',
      saleBody({ ...onDay, total: '-4.84', calcTax1: '-0.84', calcTax2: '0' }),
      { gross: -484, net: -400, tax: -84, sales: 1 },
    ],
    ['a voided sale', { ...voidedSale, ...onDay }, { gross: 0, net: 0, tax: 0, sales: 0 }],
    ['a gift card sold: no turnover', { ...giftCardLoad, ...onDay }, { gross: 0, net: 0, tax: 0, sales: 1 }],
    [
      'a sale paid with a gift card: in full',
      saleBody({ ...onDay, total: '60.5', totalDue: '0', calcTax1: '10.5', calcTax2: '0' }),
      { gross: 6_050, net: 5_000, tax: 1_050, sales: 1 },
    ],
    [
      'a tip and change: not in the total',
      saleBody({ ...onDay, total: '10', calcTips: '2', change: '5', calcTax1: '0', calcTax2: '0' }),
      { gross: 1_000, net: 1_000, tax: 0, sales: 1 },
    ],
    [
      'a layaway: on the day it completes',
      saleBody({ ...onDay, createTime: '2021-05-01T10:00:00+00:00' }),
      { gross: 31_710, net: 28_000, tax: 3_710, sales: 1 },
    ],
  ])('%s', (_kind, body, figure) => {
    expect(tallied([mapped(body)], [day])).toEqual([{ storeId: '1', day, ...figure }]);
  });

  test('in a currency without decimals', () => {
    const sale = mapped(saleBody({ ...onDay, total: '1080', calcTax1: '80', calcTax2: '0' }), 'JPY');

    expect(tallied([sale], [day])).toMatchObject([{ gross: 1080, net: 1000, tax: 80 }]);
  });
});

describe('the place of a sale', () => {
  const at = (time: string, over: Partial<Sale> = {}): Sale => ({
    id: time,
    storeId: '1',
    completedAt: Date.parse(time),
    gross: 100,
    tax: 0,
    standing: 'counts',
    version: '',
    ...over,
  });

  test('is its own store and its own store’s day', () => {
    const stores = [
      { storeId: '1', zone: 'Europe/Amsterdam', cutOff: 0 },
      { storeId: '2', zone: 'America/Vancouver', cutOff: 3 },
    ];
    const instant = '2024-06-03T00:30:00+02:00';

    const figures = tallied(
      [at(instant), at(instant, { storeId: '2', gross: 7 }), at(instant, { storeId: '3' })],
      ['2024-06-02', '2024-06-03'],
      stores,
    );

    expect(figures.map(({ storeId, day, gross }) => [storeId, day, gross])).toEqual([
      ['1', '2024-06-02', 0],
      ['1', '2024-06-03', 100],
      ['2', '2024-06-02', 7],
      ['2', '2024-06-03', 0],
    ]);
  });

  test('in the instant of midnight is the new day, once', () => {
    const figures = tallied([at('2024-06-03T00:00:00Z')], ['2024-06-02', '2024-06-03']);

    expect(figures.map(({ sales }) => sales)).toEqual([0, 1]);
  });

  test('that no day asked for holds is nowhere', () => {
    expect(tallied([at('2024-06-05T00:00:00Z')], ['2024-06-03', '2024-06-04'])).toMatchObject([
      { sales: 0 },
      { sales: 0 },
    ]);
  });

  test('lies in the window that is read', () => {
    const { window } = createTally(
      [store, { storeId: '2', zone: 'Asia/Tokyo', cutOff: 0 }],
      ['2024-06-02', '2024-06-03'],
    );

    expect(new Date(window.start)).toEqual(new Date('2024-06-01T15:00:00Z'));
    expect(new Date(window.end)).toEqual(new Date('2024-06-04T00:00:00Z'));
  });
});

test('a sum that would lose a cent is refused', () => {
  const sale = { ...mapped(saleBody()), gross: Number.MAX_SAFE_INTEGER, tax: 0 };

  expect(() => tallied([sale, { ...sale, gross: 1 }], ['2021-06-06'])).toThrow(RangeError);
});

describe('any sales', () => {
  const stores: TallyStore[] = [
    { storeId: '1', zone: 'Europe/Amsterdam', cutOff: 0 },
    { storeId: '2', zone: 'America/St_Johns', cutOff: 4 },
    { storeId: '3', zone: 'Australia/Lord_Howe', cutOff: 0 },
  ];
  const days = ['2024-10-26', '2024-10-27'];
  const span = { start: Date.parse('2024-10-25T00:00:00Z'), end: Date.parse('2024-10-30T00:00:00Z') };
  const sales = someSales(['1', '2', '3', '4'], span);

  function byHand(all: readonly Sale[]) {
    return stores.flatMap(({ storeId, ...rule }) =>
      days.map((day) => {
        const counted = all.filter(
          (sale) =>
            sale.storeId === storeId &&
            sale.standing === 'counts' &&
            sale.completedAt !== null &&
            dayOf(sale.completedAt, rule) === day,
        );
        const gross = counted.reduce((sum, sale) => sum + sale.gross, 0);
        const tax = counted.reduce((sum, sale) => sum + sale.tax, 0);
        return { storeId, day, gross, net: gross - tax, tax, sales: counted.length };
      }),
    );
  }

  test('add up as they do by hand, in whatever pages they come', () => {
    const cut = sales.chain((all) => anyPages(all).map((pages) => ({ all, pages })));
    fc.assert(
      fc.property(cut, ({ all, pages }) => {
        const tally = createTally(stores, days);
        for (const page of pages) tally.fold(page);

        expect(tally.figures()).toEqual(byHand(all));
      }),
      { numRuns: 300 },
    );
  });

  test('show every sale of a day asked for, whether it counts or not, with its day', () => {
    fc.assert(
      fc.property(sales, (all) => {
        const seen: string[] = [];
        createTally(stores, days).fold(all, ({ id }, day) => seen.push(`${id} ${day}`));

        const expected = all.flatMap(({ id, storeId, completedAt }) => {
          const rule = stores.find((one) => one.storeId === storeId);
          const day = days.find((one) => {
            const bounds = rule && dayBounds(one, rule);
            return bounds && completedAt !== null && bounds.start <= completedAt && completedAt < bounds.end;
          });
          return day ? [`${id} ${day}`] : [];
        });
        expect(seen).toEqual(expected);
      }),
    );
  });
});
