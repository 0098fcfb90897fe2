import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Share } from '../../models/mapping.ts';
import { type BucketUnit, bucketsOf } from '../../src/turnover/bucket.ts';
import { type Bucket, type RangeLog, rangeLog } from '../../src/turnover/range-log.ts';
import type { Span } from '../../src/turnover/span.ts';
import { addInto, type Sum } from '../../src/turnover/sums.ts';
import { addDays, type Day, daysFrom } from '../../src/turnover/trading-day.ts';
import { workspaceId } from '../support/engine.ts';
import { openBooks, today } from './support/books.ts';

const may: Span = { from: '2025-05-01', to: '2025-05-31' };

const euros = (turnover: number, sales: number): Sum[] => [{ currency: 'EUR', turnover, sales }];

const partOfMay = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 25 })).map(
  ([start, length]): Span => ({
    from: addDays('2025-05-01', start),
    to: addDays('2025-05-01', start + length),
  }),
);

const span = fc.oneof(
  { weight: 3, arbitrary: partOfMay },
  { weight: 1, arbitrary: fc.constantFrom(may, { from: '2025-04-01', to: '2025-05-31' }) },
);

interface StoreOfWorld {
  since: Day;
  places: { from: Day; shares: Share[] }[];
  /** Days without a figure, counted from the first of May. */
  lacks: number[];
  finalUntil: Day;
  yenFrom: Day;
  seed: number;
}

const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-05-01', days));
const onlyA: Share[] = [{ departmentId: 'A', weight: 10_000 }];
const shares: fc.Arbitrary<Share[]> = fc.constantFrom(
  onlyA,
  [{ departmentId: 'B', weight: 10_000 }],
  [],
  [
    { departmentId: 'A', weight: 3_333 },
    { departmentId: 'B', weight: 6_667 },
  ],
);
const places: fc.Arbitrary<StoreOfWorld['places']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([{ from: '0000-01-01', shares: [...onlyA] }].slice()) },
  {
    weight: 2,
    arbitrary: fc.uniqueArray(fc.record({ from: someDay, shares }), {
      maxLength: 3,
      selector: ({ from }) => from,
    }),
  },
);
const rarely = (day: Day) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(day) }, { weight: 1, arbitrary: someDay });
const storeOfWorld: fc.Arbitrary<StoreOfWorld> = fc.record({
  since: rarely('2024-01-01'),
  places,
  lacks: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 2 }),
  finalUntil: rarely('2025-12-31'),
  yenFrom: rarely('2025-12-31'),
  seed: fc.integer({ min: 1, max: 999 }),
});

describe('a range that the database adds up', () => {
  test('says of any world what its days say one by one', { timeout: 60_000 }, async () => {
    const books = await openBooks();
    const { models } = books.bench.engine;
    for (const name of ['A', 'B']) await books.department(name);
    const context = await books.context();

    await fc.assert(
      fc.asyncProperty(
        fc.array(storeOfWorld, { minLength: 1, maxLength: 4 }),
        span,
        fc.constantFrom(undefined, 'A', 'B'),
        async (stores, asked, department) => {
          const { stores: kept, mappings, figures } = models;
          await kept.deleteMany({ workspaceId });
          await mappings.deleteMany({ workspaceId });
          await figures.deleteMany({ workspaceId });
          // Of two accounts, which number their stores alike.
          const ids = ['1', 'b:1', '2', 'b:2'];
          for (const [index, store] of stores.entries()) await keepStore(books, ids[index] ?? '', store);
          const only = department ? { only: new Set([department]) } : {};

          const byDay = await rangeLog(context, { asked, today, ...only, unit: 'day' });
          for (const unit of ['week', 'month'] as const) {
            const summed = await rangeLog(context, { asked, today, ...only, unit });

            expect(withoutBuckets(summed)).toEqual(withoutBuckets(byDay));
            expect(summed.buckets).toEqual(
              bucketsOf(summed.span, unit).map((each) => addedUp(each, byDay.buckets)),
            );
            expect(summed.bucketsBefore).toEqual(
              bucketsOf(summed.before.span, unit).map((each) => addedUp(each, byDay.bucketsBefore)),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('is exact beyond what a float adds up, and refuses what a number cannot hold', async () => {
    const books = await openBooks();
    await books.store('1');
    await books.department('Bakery');
    await books.map('1', 'Bakery');
    const most = Number.MAX_SAFE_INTEGER;
    const [first, second] = ['2025-05-05', '2025-05-12'];
    await books.keep({
      store: '1',
      days: daysFrom(first, '2025-05-11'),
      gross: (day) => (day === first ? most - 6 : 1),
    });
    await books.keep({
      store: '1',
      days: daysFrom(second, '2025-05-18'),
      gross: (day) => (day === second ? most : 1),
    });
    const context = await books.context();
    const week = (from: Day) =>
      rangeLog(context, { asked: { from, to: addDays(from, 6) }, today, unit: 'week' });

    expect((await week(first)).sums).toEqual(euros(most, 21));
    await expect(week(second)).rejects.toThrow(RangeError);
  });

  test('says nothing where a sum of a month lacks an amount, rather than that of another store', async () => {
    const books = await fullBooks();
    const { monthSums } = books.bench.engine.models;
    await monthSums.collection.updateOne({ storeId: '2', month: '2025-05' }, { $unset: { tax: 1 } });

    const asked = rangeLog(await books.context(), { asked: may, today, unit: 'month' });

    await expect(asked).rejects.toThrow(RangeError);
  });

  test('opens none of the figures of weeks in which every store is in', async () => {
    const books = await fullBooks();

    const reads = await readsOf(books, { asked: may, unit: 'week' });

    const ofFigures = reads.filter(({ ns, filter }) => /figures$/.test(ns) && !('state' in filter));
    expect(ofFigures.length).toBeGreaterThan(0);
    expect(ofFigures.map(({ docsExamined }) => docsExamined)).toEqual(ofFigures.map(() => 0));
    expect(Math.max(...ofFigures.map(({ nreturned }) => nreturned))).toBe(3);
  });

  test('does not look at the days of months in which every store is in', async () => {
    const books = await fullBooks();

    const reads = await readsOf(books, { asked: may, unit: 'month' });

    const ofMonths = reads.filter(({ ns }) => /month_sums$/.test(ns));
    expect(ofMonths.map(({ docsExamined }) => docsExamined)).toContain(3);
    const ofFigures = reads.filter(({ ns, filter }) => /figures$/.test(ns) && !('state' in filter));
    expect(ofFigures).toEqual([]);
  });
});

async function fullBooks() {
  const books = await openBooks();
  for (const store of ['1', '2', '3']) {
    await books.store(store);
    await books.map(store, 'Bakery');
    await books.keep({ store, days: daysFrom('2025-04-01', '2025-05-31'), gross: 100 });
  }
  await books.department('Bakery');
  return books;
}

interface Read {
  ns: string;
  filter: object;
  docsExamined: number;
  nreturned: number;
}

/** What the database was asked for a range. */
async function readsOf(
  books: Awaited<ReturnType<typeof openBooks>>,
  { asked, unit }: { asked: Span; unit: BucketUnit },
): Promise<Read[]> {
  const context = await books.context();
  const { db } = books.bench.engine.connection;
  await db?.command({ profile: 2 });
  await rangeLog(context, { asked, today, unit });
  await db?.command({ profile: 0 });
  const profiled = (await db?.collection('system.profile').find().toArray()) ?? [];
  return profiled.map(({ ns, command, docsExamined, nreturned }) => ({
    ns,
    filter: command.filter ?? {},
    docsExamined,
    nreturned,
  }));
}

async function keepStore(
  books: Awaited<ReturnType<typeof openBooks>>,
  id: string,
  { since, places: mapped, lacks, finalUntil, yenFrom, seed }: StoreOfWorld,
): Promise<void> {
  await books.store(id, since);
  for (const place of mapped) await books.map(id, place.shares, place.from);
  const missing = new Set(lacks.map((days) => addDays('2025-05-01', days)));
  await books.keep({
    store: id,
    days: daysFrom('2025-04-01', '2025-06-17').filter((day) => !missing.has(day)),
    gross: (day) => ((Number(day.slice(5, 7) + day.slice(8)) * seed) % 10_007) - 3_000,
    state: (day) => (day <= finalUntil ? 'final' : 'provisional'),
    currency: (day) => (day < yenFrom ? 'EUR' : 'JPY'),
  });
}

/** All that does not depend on how a range is cut. */
function withoutBuckets({ unit: _unit, buckets: _buckets, bucketsBefore: _before, ...others }: RangeLog) {
  return others;
}

/** What some days are together, from days. */
function addedUp(of: Span, days: readonly Bucket[]): Bucket {
  const whole: Bucket = { ...of, sums: [], departments: new Map(), isComplete: true };
  for (const day of days.filter(({ from }) => from >= of.from && from <= of.to)) {
    whole.isComplete &&= day.isComplete;
    for (const sum of day.sums) addInto(whole.sums, sum);
    for (const [id, sums] of day.departments) {
      const known = whole.departments.get(id) ?? [];
      whole.departments.set(id, known);
      for (const sum of sums) addInto(known, sum);
    }
  }
  return whole;
}
