import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connector, Sale } from '../../src/lightspeed/connector.ts';
import { watchMovements } from '../../src/turnover/movements.ts';
import { type DaysToRead, readDays } from '../../src/turnover/read-days.ts';
import { dayBounds } from '../../src/turnover/trading-day.ts';
import { someSales } from './sale-samples.ts';
import { ledgerOf } from './support/ledger-of.ts';

const day = '2024-06-03';
const rule = { zone: 'Europe/Amsterdam', cutOff: 0 };
const { start, end } = dayBounds(day, rule);

const sale = (over: Partial<Sale> = {}): Sale => ({
  id: '1',
  storeId: '1',
  completedAt: start + 1000,
  gross: 1000,
  tax: 174,
  standing: 'counts',
  version: '',
  ...over,
});
const entry = { saleId: '1', gross: 1000, tax: 174 };

describe('what moved a figure', () => {
  test.each([
    ['nothing', sale(), day, []],
    ['a void', sale({ standing: 'voided' }), day, [{ kind: 'voided', sales: 1, gross: -1000, tax: -174 }]],
    ['an edit', sale({ gross: 1200, tax: 208 }), day, [{ kind: 'edited', sales: 1, gross: 200, tax: 34 }]],
    ['a tax alone', sale({ tax: 0 }), day, [{ kind: 'edited', sales: 1, gross: 0, tax: -174 }]],
    ['another day', sale(), '2024-06-04', [{ kind: 'moved', sales: 1, gross: -1000, tax: -174 }]],
    [
      'an archiving',
      sale({ standing: 'archived' }),
      day,
      [{ kind: 'gone', sales: 1, gross: -1000, tax: -174 }],
    ],
  ])('%s', (_what, now, dayNow, movements) => {
    const watch = watchMovements(day, ledgerOf([entry]));

    watch.see(now, dayNow);

    expect(watch.movements()).toEqual(movements);
  });

  test('a sale that is not there any more', () => {
    expect(watchMovements(day, ledgerOf([entry])).movements()).toEqual([
      { kind: 'gone', sales: 1, gross: -1000, tax: -174 },
    ]);
  });

  test('sales that came late, and refunds among them', () => {
    const watch = watchMovements(day, ledgerOf([]));

    watch.see(sale({ id: '2' }), day);
    watch.see(sale({ id: '3', gross: 500, tax: 87 }), day);
    watch.see(sale({ id: '4', gross: -300, tax: -52 }), day);
    watch.see(sale({ id: '5', standing: 'voided' }), day);

    expect(watch.movements()).toEqual([
      { kind: 'late', sales: 2, gross: 1500, tax: 261 },
      { kind: 'refund', sales: 1, gross: -300, tax: -52 },
    ]);
  });
});

/** What may happen to a sale between two nights. */
const fates = [
  'stays',
  'voided',
  'archived',
  'edited',
  'moved',
  'out of sight',
  'reopened',
  'deleted',
] as const;

function later(before: Sale, fate: (typeof fates)[number], amount: number): Sale[] {
  switch (fate) {
    case 'stays':
      return [before];
    case 'voided':
    case 'archived':
      return [{ ...before, standing: fate }];
    case 'edited':
      return [{ ...before, gross: amount, tax: Math.trunc(amount / 6) }];
    case 'moved':
      return [{ ...before, completedAt: end + 1000 }];
    case 'out of sight':
      return [{ ...before, completedAt: end + 90 * 86_400_000 }];
    case 'reopened':
      return [{ ...before, standing: 'open', completedAt: null }];
    case 'deleted':
      return [];
  }
}

function tillWith(sales: readonly Sale[]): Connector {
  return {
    account: () => Promise.reject(new Error('not asked')),
    stores: () => Promise.reject(new Error('not asked')),
    async *sales(window) {
      yield sales.filter(
        ({ completedAt }) => completedAt !== null && completedAt >= window.start && completedAt < window.end,
      );
    },
  };
}

test('whatever happens to the sales of a day, the reasons add up to the change of its figure', async () => {
  const first: DaysToRead = {
    currency: 'EUR',
    stores: [{ storeId: '1', ...rule }],
    days: ['2024-06-02', day],
    onlyTheseStores: false,
    remember: day,
    before: [],
  };
  const happening = fc.record({
    sales: someSales(['1'], { start, end }),
    fates: fc.array(fc.constantFrom(...fates), { minLength: 40, maxLength: 40 }),
    amount: fc.integer({ min: -50_000, max: 50_000 }),
    late: someSales(['1'], { start, end }),
  });

  await fc.assert(
    fc.asyncProperty(happening, async ({ sales, fates: fate, amount, late }) => {
      const then = await readDays(tillWith(sales), first);
      const changed = sales.flatMap((one, index) => later(one, fate[index] ?? 'stays', amount));
      const added = late.map((one) => ({ ...one, id: `late ${one.id}` }));

      const now = await readDays(tillWith([...changed, ...added]), {
        ...first,
        days: [day, '2024-06-04'],
        remember: '2024-06-04',
        before: [{ storeId: '1', day, ledger: then.remembered.get('1') ?? ledgerOf([]) }],
      });

      const [before, after] = [then, now].map(({ figures }) => figures.find((figure) => figure.day === day));
      const movements = now.movements.get(`${day} 1`) ?? [];
      expect({
        gross: movements.reduce((sum, { gross }) => sum + gross, 0),
        tax: movements.reduce((sum, { tax }) => sum + tax, 0),
      }).toEqual({
        gross: (after?.gross ?? 0) - (before?.gross ?? 0),
        tax: (after?.tax ?? 0) - (before?.tax ?? 0),
      });
      expect(new Set(movements.map(({ kind }) => kind)).size).toBe(movements.length);
    }),
    { numRuns: 300 },
  );
});
