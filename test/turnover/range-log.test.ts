import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayLog, narrowLog } from '../../src/turnover/day-log.ts';
import { rangeLog } from '../../src/turnover/range-log.ts';
import type { Span } from '../../src/turnover/span.ts';
import { addInto, type Sum } from '../../src/turnover/sums.ts';
import { addDays, daysFrom } from '../../src/turnover/trading-day.ts';
import { workspaceId } from '../support/engine.ts';
import { openBooks, today } from './support/books.ts';

const may: Span = { from: '2025-05-01', to: '2025-05-31' };
const april: Span = { from: '2025-04-01', to: '2025-04-30' };

const daysOf = ({ from, to }: Span) => daysFrom(from, to);
const euros = (turnover: number, sales: number): Sum[] => [{ currency: 'EUR', turnover, sales }];

describe('the log of a range', () => {
  test('adds up each department and each day, and says that all of it is there', async () => {
    const books = await openBooks();
    await books.store('1');
    await books.store('2');
    await books.department('Bakery');
    await books.department('Flowers');
    await books.map('1', 'Bakery');
    await books.map('2', 'Flowers');
    await books.keep({ store: '1', days: daysOf(may), gross: 100 });
    await books.keep({ store: '2', days: daysOf(may), gross: 7 });

    const log = await rangeLog(await books.context(), { asked: may, today });

    expect(log.sums).toEqual(euros(31 * 107, 31 * 6));
    expect(log.departments.map(({ name, sums }) => [name, sums])).toEqual([
      ['Bakery', euros(3_100, 93)],
      ['Flowers', euros(217, 93)],
    ]);
    expect(log.days).toEqual({ all: 31, complete: 31, unknown: 0, provisional: 0 });
    expect(log.unit).toBe('day');
    expect(log.buckets).toHaveLength(31);
    expect(log.buckets[0]).toMatchObject({ from: '2025-05-01', to: '2025-05-01', sums: euros(107, 6) });
    expect(log.missing).toEqual([]);
  });

  test('says which stores lack how many days, and a day without figures is not zero', async () => {
    const books = await openBooks();
    await books.store('1');
    await books.store('2');
    await books.department('Bakery');
    await books.map('1', 'Bakery');
    await books.map('2', 'Bakery');
    await books.keep({ store: '1', days: daysFrom('2025-05-01', '2025-05-30'), gross: 100 });
    await books.keep({ store: '2', days: daysFrom('2025-05-01', '2025-05-26'), gross: 100 });

    const log = await rangeLog(await books.context(), { asked: may, today });

    expect(log.days).toMatchObject({ all: 31, complete: 26 });
    expect(log.missing).toEqual([
      { name: 'Store 2', days: 5 },
      { name: 'Store 1', days: 1 },
    ]);
    expect(log.buckets.at(-1)).toMatchObject({ sums: [], isComplete: false });
  });

  test('ends with the last day that is over', async () => {
    const books = await openBooks();
    await books.store('1');
    await books.department('Bakery');
    await books.map('1', 'Bakery');
    await books.keep({ store: '1', days: daysFrom('2025-05-01', '2025-06-17'), gross: 100 });

    const log = await rangeLog(await books.context(), {
      asked: { from: '2025-06-01', to: '2025-06-30' },
      today,
    });

    expect(log.span).toEqual({ from: '2025-06-01', to: '2025-06-17' });
    expect(log.sums).toEqual(euros(1_700, 51));
    expect(log.before.span).toEqual({ from: '2025-05-01', to: '2025-05-17' });
    expect(log.before.fair).toMatchObject({ now: euros(1_700, 51), earlier: euros(1_700, 51) });
  });

  test('keeps currencies apart', async () => {
    const books = await openBooks();
    await books.store('1');
    await books.store('2');
    await books.department('World');
    await books.map('1', 'World');
    await books.map('2', 'World');
    await books.keep({ store: '1', days: daysOf(may), gross: 100 });
    await books.keep({ store: '2', days: daysOf(may), gross: 1, currency: 'JPY' });

    const { sums } = await rangeLog(await books.context(), { asked: may, today });

    expect(sums.map(({ currency, turnover }) => [currency, turnover])).toEqual([
      ['EUR', 3_100],
      ['JPY', 31],
    ]);
  });

  test('names stores in no department with their amount, outside the total, and those left out', async () => {
    const books = await openBooks();
    for (const store of ['1', '2', '3']) await books.store(store);
    await books.department('Bakery');
    await books.map('1', 'Bakery');
    await books.map('3', []);
    for (const store of ['1', '2', '3']) await books.keep({ store, days: daysOf(may), gross: 10 });

    const log = await rangeLog(await books.context(), { asked: may, today });

    expect(log.sums).toEqual(euros(310, 93));
    expect(log.unmapped).toEqual([{ name: 'Store 2', sums: euros(310, 93) }]);
    expect(log.ignored).toEqual(['Store 3']);
  });

  test('of a workspace without anything is unknown', async () => {
    const books = await openBooks();

    expect((await rangeLog(await books.context(), { asked: may, today })).isUnknown).toBe(true);
  });
});

describe('a range held against an earlier one', () => {
  async function twoStores() {
    const books = await openBooks();
    await books.store('1');
    await books.department('Bakery');
    await books.department('Flowers');
    await books.map('1', 'Bakery');
    await books.keep({
      store: '1',
      days: [...daysOf(april), ...daysOf(may)],
      gross: (day) => (day < '2025-05' ? 100 : 120),
    });
    return books;
  }

  test('is compared where the same stores have every day of both', async () => {
    const books = await twoStores();

    const { before, yearEarlier, departments } = await rangeLog(await books.context(), { asked: may, today });

    expect(before.fair).toEqual({ now: euros(3_720, 93), earlier: euros(3_000, 90), stores: 1, ofStores: 1 });
    expect(departments[0]?.before).toEqual({ now: euros(3_720, 93), earlier: euros(3_000, 90) });
    expect(yearEarlier).toMatchObject({ sums: [], fair: null, daysComplete: 0 });
    expect(departments[0]?.yearEarlier).toBeNull();
  });

  test('leaves a new store out of the growth, and says so by numbers', async () => {
    const books = await twoStores();
    await books.store('2', '2025-05-01');
    await books.map('2', 'Bakery');
    await books.keep({ store: '2', days: daysOf(may), gross: 999 });

    const { before, departments } = await rangeLog(await books.context(), { asked: may, today });

    expect(before.fair).toEqual({ now: euros(3_720, 93), earlier: euros(3_000, 90), stores: 1, ofStores: 2 });
    expect(departments[0]?.before).toBeNull();
  });

  test('leaves a closed store of then out of the decline', async () => {
    const books = await twoStores();
    await books.store('2');
    await books.map('2', 'Bakery');
    await books.keep({ store: '2', days: daysOf(april), gross: 999 });

    const { before } = await rangeLog(await books.context(), { asked: may, today });

    expect(before.fair).toMatchObject({ stores: 1, ofStores: 2, earlier: euros(3_000, 90) });
  });

  test('is not compared when a day is missing on either side', async () => {
    const books = await twoStores();
    const { figures } = books.bench.engine.models;
    await figures.deleteOne({ workspaceId, day: '2025-04-20' });

    const { before } = await rangeLog(await books.context(), { asked: may, today });

    expect(before).toMatchObject({ fair: null, daysComplete: 29 });
  });

  test('a store that moved to another department counts in the total and in neither department', async () => {
    const books = await twoStores();
    await books.map('1', 'Flowers', '2025-05-01');

    const { before, departments } = await rangeLog(await books.context(), { asked: may, today });

    expect(before.fair).toMatchObject({ stores: 1, ofStores: 1 });
    expect(departments.map(({ name, before: held }) => [name, held])).toEqual([['Flowers', null]]);
  });
});

const amount = fc.integer({ min: -5_000, max: 5_000 });
const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 25 })).map(
  ([start, length]): Span => ({
    from: addDays('2025-05-01', start),
    to: addDays('2025-05-01', start + length),
  }),
);

test('is the sum of the logs of its days, also where mappings change and stores are split', async () => {
  const books = await openBooks();
  for (const store of ['1', '2', '3', '4'])
    await books.store(store, store === '2' ? '2025-05-09' : '2024-01-01');
  for (const name of ['A', 'B']) await books.department(name);
  await books.map('1', 'A');
  await books.map('1', 'B', '2025-05-12');
  await books.map('2', [
    { departmentId: 'A', weight: 3_333 },
    { departmentId: 'B', weight: 6_667 },
  ]);
  await books.map('3', 'B');
  await books.map('3', [], '2025-05-20');
  const amounts = fc.sample(amount, { numRuns: 200, seed: 7 });
  for (const [index, store] of ['1', '2', '3', '4'].entries()) {
    const days = daysFrom('2025-05-01', '2025-06-15').filter((day) => !day.endsWith(String(index + 3)));
    await books.keep({ store, days, gross: (day) => amounts[(Number(day.slice(8)) * 7 + index) % 200] ?? 0 });
  }
  const context = await books.context();

  await fc.assert(
    fc.asyncProperty(span, fc.constantFrom(undefined, 'A', 'B'), async (asked, department) => {
      const only = department ? { only: new Set([department]) } : {};
      const log = await rangeLog(context, { asked, today, ...only });
      const days = await Promise.all(daysFrom(asked.from, asked.to).map((day) => dayLog(context, { day })));
      const logs = department ? days.map((day) => narrowLog(day, new Set([department]))) : days;

      const sums: Sum[] = [];
      for (const sum of logs.flatMap((day) => day.sums)) addInto(sums, sum);
      const ofB: Sum[] = [];
      for (const day of logs) {
        for (const sum of day.departments.find(({ name }) => name === 'B')?.sums ?? []) addInto(ofB, sum);
      }
      expect(log.sums).toEqual(sums);
      expect(log.departments.find(({ name }) => name === 'B')?.sums ?? []).toEqual(ofB);
      expect(log.days.complete).toBe(logs.filter(({ state }) => state === 'final').length);
      const inBuckets: Sum[] = [];
      for (const sum of log.buckets.flatMap((bucket) => bucket.sums)) addInto(inBuckets, sum);
      expect(inBuckets).toEqual(sums);
    }),
    { numRuns: 30 },
  );
});
