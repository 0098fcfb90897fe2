import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trend } from '../../src/charts/trend.ts';
import { languages } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { type BucketUnit, bucketsOf } from '../../src/turnover/bucket.ts';
import type { RangeComparison } from '../../src/turnover/compare-ranges.ts';
import type { Bucket, RangeLog } from '../../src/turnover/range-log.ts';
import { readSpan } from '../../src/turnover/read-span.ts';
import { neighbour, type Span, shapeOf, spanCode } from '../../src/turnover/span.ts';
import type { Sum } from '../../src/turnover/sums.ts';
import { addDays, type Day, daysFrom } from '../../src/turnover/trading-day.ts';
import { misreadMessage, nothingMessage } from '../../views/range/answer.ts';
import { rangeMessage } from '../../views/range/blocks.ts';
import { lookValue, type RangeLook, readLook } from '../../views/range/look.ts';
import { rangePicture } from '../../views/range/picture.ts';
import { hardName, hardNames, id } from './support/records.ts';
import { expectGoodMessage, expectReadable, wordsIn } from './support/words.ts';

const may: Span = { from: '2025-05-01', to: '2025-05-31' };
const april: Span = { from: '2025-04-01', to: '2025-04-30' };
const euros = (turnover: number): Sum[] => [{ currency: 'EUR', turnover, sales: 3 }];
const nothingThen: RangeComparison = {
  span: { from: '2024-05-01', to: '2024-05-31' },
  sums: [],
  fair: null,
  daysComplete: 0,
  departments: new Map(),
};

/** Each day with 1,000 euros, unless told otherwise. */
function bucketsOfDays({ from, to }: Span, gross = (_day: Day) => 100_000): Bucket[] {
  return daysFrom(from, to).map((day) => ({
    from: day,
    to: day,
    sums: euros(gross(day)),
    departments: new Map(),
    isComplete: true,
  }));
}

function rangeOf(more: Partial<RangeLog> = {}): RangeLog {
  const buckets = bucketsOfDays(may);
  return {
    asked: may,
    span: may,
    vat: 'excl',
    sums: euros(3_100_000),
    departments: ['Bakery', 'Flowers'].map((name, index) => ({
      departmentId: id(index + 1),
      name,
      sums: euros(1_550_000),
      stores: [{ name: 'Amsterdam', sums: euros(1_550_000), daysIn: 31, daysExpected: 31 }],
      before: { now: euros(1_550_000), earlier: euros(1_500_000) },
      yearEarlier: null,
    })),
    unit: 'day',
    buckets,
    bucketsBefore: bucketsOfDays(april),
    days: { all: 31, complete: 31, unknown: 0, provisional: 0 },
    daily: [],
    isUnknown: false,
    missing: [],
    unmapped: [],
    ignored: [],
    before: {
      ...nothingThen,
      span: { from: '2025-04-01', to: '2025-04-30' },
      sums: euros(3_000_000),
      fair: { now: euros(3_100_000), earlier: euros(3_000_000), stores: 2, ofStores: 2 },
      daysComplete: 30,
    },
    yearEarlier: nothingThen,
    ...more,
  };
}

/** 150 departments of three stores, with names that break things, and nothing quite complete. */
function hugeRange(): RangeLog {
  const names = Array.from({ length: 300 }, (_, index) => hardName(index));
  return rangeOf({
    departments: names.slice(0, 150).map((name, index) => ({
      departmentId: id(index + 1),
      name,
      sums: [...euros(987_654_321_00), { currency: 'KWD', turnover: -5_000, sales: 2 }],
      stores: names.slice(0, 100).map((store) => ({
        name: store,
        percent: 33.33,
        sums: euros(-5),
        daysIn: 3,
        daysExpected: 31,
      })),
      before: null,
      yearEarlier: { now: euros(2), earlier: euros(1) },
    })),
    days: { all: 31, complete: 3, unknown: 4, provisional: 2 },
    missing: names.map((name) => ({ name, days: 28 })),
    unmapped: names.map((name) => ({ name, sums: euros(100) })),
    ignored: names,
  });
}

describe.each(languages)('a range in %s', (language) => {
  const look = { language, lastDay: '2025-06-17' };

  test('is a message that Slack takes and a person can read, in each of its views', () => {
    for (const view of ['parts', 'day'] as const) {
      for (const log of [rangeOf(), hugeRange(), rangeOf({ sums: [], departments: [], buckets: [] })]) {
        const choice = log.departments.map(({ departmentId, name }) => ({ _id: departmentId, name }));
        expectGoodMessage(rangeMessage(log, { ...look, view, choice }));
        expectGoodMessage(rangeMessage(log, { ...look, view, sharedBy: 'U1' }));
      }
    }
  });

  test('whose departments do not fit in its menu says how to come to the others', () => {
    const choice = hugeRange().departments.map(({ departmentId, name }) => ({ _id: departmentId, name }));
    const shown = (count: number) => {
      const { blocks } = rangeMessage(hugeRange(), { ...look, choice: choice.slice(0, count) });
      return wordsIn(blocks).join('\n');
    };

    expect(shown(150)).toMatch(/100 .*`\/turnover 2025-05-01\.\.2025-05-31 (?:name|naam)`/);
    expect(shown(100)).not.toContain('/turnover 2025');
  });

  test('with more notes than there is room for says how many it leaves out', () => {
    const notes = Array.from({ length: 40 }, (_, number) => ({
      _id: id(number),
      workspaceId: 'T1',
      day: '2025-05-02',
      text: `${number}\n${'<&>'.repeat(150)}`,
      by: 'U2',
      byName: hardName(number),
      at: new Date('2025-05-03T08:00:00Z'),
      reply: null,
      removedAt: null,
    }));

    for (const log of [rangeOf(), hugeRange()]) {
      const message = rangeMessage(log, { ...look, notes });
      expectGoodMessage(message);
      expect(wordsIn(message.blocks).join()).toMatch(/… (and|en nog) 3\d/);
    }
  });

  test('of one department with hundreds of stores has pages, and one too far is the last', () => {
    const log = rangeOf({ departments: hugeRange().departments.slice(0, 1) });
    const department = { _id: id(1), name: hardName(0) };

    const message = rangeMessage(log, { ...look, view: 'parts', page: 99, department });

    expectGoodMessage(message);
    expect(wordsIn(message.blocks).join('\n')).toMatch(/4 (?:of|van) 4/);
  });

  test.each(hardNames)('shows the department %s as it is, and it pings nobody', (name) => {
    const [first] = rangeOf().departments;
    const log = rangeOf({ departments: first ? [{ ...first, name }] : [] });

    expectGoodMessage(rangeMessage(log, { ...look, view: 'parts', department: { _id: id(1), name } }));
  });

  test('has a picture whose text tells its amounts', () => {
    const picture = rangePicture(rangeOf(), { language });

    expect(picture?.trend.points).toHaveLength(31);
    expectReadable(picture?.altText ?? '');
    expect(picture?.altText).toMatch(/1[.,]000[.,]00/);
  });

  test('that there is nothing to tell of says why and what to do', () => {
    const department = { _id: id(1), name: '<!channel>' };
    const answers = [
      { kind: 'not-over', span: may },
      { kind: 'too-long' },
      { kind: 'unknown', span: may, first: '2025-06-01', isLinked: true },
      { kind: 'unknown', span: may, first: null, isLinked: false },
      { kind: 'unknown', span: { from: '2025-05-01', to: '2025-05-01' }, first: null, isLinked: true },
      { kind: 'no-stores', span: may, department },
    ] as const;
    for (const answer of answers) expectGoodMessage(nothingMessage(answer, { language, isManager: true }));
  });

  test('that was misread names the bad part and gives examples', () => {
    const all = hardNames.map((name, index) => ({ _id: id(index), name }));
    const typed = `<!channel> ${'😀'.repeat(200)}`;
    const question = { span: may };
    const some = all.slice(0, 5);
    const unknown = { kind: 'which-department', question, typed } as const;
    const messages = [
      misreadMessage({ kind: 'no-days', bad: typed, isImpossible: false, all }, language),
      misreadMessage({ kind: 'no-days', bad: '30 feb', isImpossible: true, all: [] }, language),
      misreadMessage({ ...unknown, near: some, all }, language),
      misreadMessage({ ...unknown, near: [], all }, language),
      misreadMessage({ ...unknown, near: [], all: [] }, language),
    ];

    for (const message of messages) expectGoodMessage(message);
  });
});

test('what is no day is answered with the departments, of which one may have been meant', () => {
  const all = ['Bakery', 'Flowers'].map((name, index) => ({ _id: id(index), name }));
  const misread = { kind: 'no-days', bad: 'brood', isImpossible: false, all } as const;

  const texts = languages.map((language) => misreadMessage(misread, language).text);

  expect(texts[0]).toMatch(/“brood” is not a day I can read\..* The departments are: Bakery and Flowers\.$/);
  expect(texts[1]).toMatch(/“brood” kan ik niet als dag lezen\..* De afdelingen zijn: Bakery en Flowers\.$/);
});

test('before anything is linked a manager is shown the way to link, and no menu of a day', () => {
  const yesterday = { kind: 'unknown', span: { from: '2025-05-01', to: '2025-05-01' }, first: null } as const;
  const typesOf = (isLinked: boolean) =>
    JSON.stringify(nothingMessage({ ...yesterday, isLinked }, { language: 'en', isManager: true }).blocks);

  expect(typesOf(false)).toContain('open_link');
  expect(typesOf(false)).not.toContain('overflow');
  expect(typesOf(true)).toContain('overflow');
  expect(typesOf(true)).not.toContain('open_link');
});

const isSunday = (day: Day) => Temporal.PlainDate.from(day).dayOfWeek === 7;
const closedOnSundays = (day: Day) => (isSunday(day) ? 0 : 100_000);

test('a month by day lies beside the days of the same weekday, and says so', () => {
  const log = rangeOf({
    buckets: bucketsOfDays(may, closedOnSundays),
    bucketsBefore: bucketsOfDays(april, closedOnSundays),
  });

  const picture = rangePicture(log, { language: 'en' });

  const pairs = picture?.trend.points.filter(({ before }) => before !== null);
  expect(pairs).toHaveLength(28);
  expect(pairs?.filter(({ turnover, before }) => turnover !== before)).toEqual([]);
  expect(picture?.trend.beforeText).toBe('April 2025, same weekdays');
  expect(picture?.altText).toContain('Dashed line: April 2025, same weekdays.');
});

test('a week or month that the range cuts short is named, since its column says less', () => {
  const span: Span = { from: '2025-08-01', to: '2025-10-31' };
  const remarks = (unit: BucketUnit, asked = span) => {
    const log = rangeOf({ asked, span: asked, unit, buckets: bucketsOf(asked, unit).map(withEuros) });
    return wordsIn(rangeMessage(log, { language: 'en', lastDay: '2026-01-01' }).blocks).join('\n');
  };
  const withEuros = (bucket: Span): Bucket => ({
    ...bucket,
    sums: euros(100_000),
    departments: new Map(),
    isComplete: true,
  });

  expect(remarks('week')).toContain(
    'Cut short by the range, so lower: Week 31 (1 Aug – 3 Aug) and Week 44 (27 Oct – 31 Oct).',
  );
  expect(remarks('month', { from: '2025-08-01', to: '2025-10-30' })).toContain('so lower: October 2025.');
  expect(remarks('month')).not.toContain('Cut short');
  expect(remarks('day')).not.toContain('Cut short');
});

test.each(languages)('nothing that is written in a picture breaks off, in %s', (language) => {
  const spans: Span[] = [
    { from: '2025-09-22', to: '2025-09-28' },
    { from: '2025-09-24', to: '2025-09-29' },
    { from: '2024-12-24', to: '2025-01-06' },
    { from: '2025-09-01', to: '2025-09-30' },
    { from: '2025-09-01', to: '2025-10-31' },
  ];
  const pictures = spans.map((span) => {
    const earlier = neighbour(span, -1);
    const fair = { now: euros(123_456_789), earlier: euros(100_000_000), stores: 3, ofStores: 3 };
    const change = { ...nothingThen, fair };
    return rangePicture(
      rangeOf({
        asked: span,
        span,
        sums: euros(123_456_789),
        buckets: bucketsOfDays(span),
        bucketsBefore: bucketsOfDays(earlier),
        before: { ...change, span: earlier },
        yearEarlier: change,
      }),
      { language },
    );
  });

  for (const picture of pictures) {
    expect(picture?.trend.beforeText).not.toBeNull();
    expect(picture?.trend.subtitle).toMatch(/^€.*%/);
    const drawn = JSON.stringify(picture && trend(picture.trend));
    expect(drawn.match(/[^"]*…/g) ?? []).toEqual([]);
  }
});

test('a week lies beside the week before as it is, without a word about weekdays', () => {
  const [week, weekBefore] = [
    { from: '2025-05-05', to: '2025-05-11' },
    { from: '2025-04-28', to: '2025-05-04' },
  ];
  const log = rangeOf({
    asked: week,
    span: week,
    buckets: bucketsOfDays(week),
    bucketsBefore: bucketsOfDays(weekBefore),
    before: { ...nothingThen, span: weekBefore },
  });

  const picture = rangePicture(log, { language: 'en' });

  expect(picture?.trend.points.every(({ before }) => before === 100_000)).toBe(true);
  expect(picture?.trend.beforeText).not.toContain('weekday');
});

describe('the change of a range', () => {
  const said = (more: Partial<RangeLog>) => {
    const { text, blocks } = rangeMessage(rangeOf(more), { language: 'en', lastDay: '2025-06-17' });
    return { text, words: wordsIn(blocks).join('\n') };
  };
  const before = rangeOf().before;

  test('is told where all stores have every day of both', () => {
    expect(said({}).words).toContain('Before (April 2025): €30,000.00, so *+3%*');
    expect(said({}).text).toContain('€31,000.00 excl. VAT, +3% on the days before.');
  });

  test('of fewer stores is told as like for like, and not in the text alone', () => {
    const fair = { now: euros(110), earlier: euros(100), stores: 1, ofStores: 2 };
    const { text, words } = said({ before: { ...before, fair } });

    expect(words).toContain('Before (April 2025): €30,000.00. Like for like, 1 of 2 stores: *+10%*');
    expect(text).not.toContain('%');
  });

  test.each([
    [{ days: { all: 31, complete: 30, unknown: 0, provisional: 0 } }, 29, 'this range is not complete'],
    [{}, 29, 'only 29 of 30 days are complete'],
    [{}, 30, 'other stores counted then'],
  ])('is not told otherwise, and it says why: %j, %i', (more, daysComplete, why) => {
    const { text, words } = said({ ...more, before: { ...before, fair: null, daysComplete } });

    expect(words).toContain(`Before (April 2025): €30,000.00. Not compared: ${why}`);
    expect(text).not.toContain('%');
  });

  test('of a year is told once, for the range before is the year earlier', () => {
    const { words } = said({ before: { ...before, span: nothingThen.span }, yearEarlier: nothingThen });

    expect(words).not.toContain('Before (');
    expect(words).toContain('A year earlier (May 2024)');
    expect(words).not.toContain('On before');
  });

  test('against nothing or less than nothing is not a percentage', () => {
    const fair = { now: euros(100), earlier: euros(-100), stores: 1, ofStores: 1 };

    expect(said({ before: { ...before, fair } }).words).toContain('no single amount above zero');
  });
});

test('what a button says is read back', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));
  const some = fc.record(
    {
      span: fc
        .tuple(day, day)
        .map((ends): Span => ({ from: ends.toSorted()[0] ?? '', to: ends.toSorted()[1] ?? '' })),
      view: fc.constantFrom('parts' as const, 'day' as const, 'week' as const, 'month' as const),
      page: fc.integer({ min: 0, max: 1_000 }),
      departmentId: fc.constant(id(7)),
    },
    { requiredKeys: ['span', 'page'] },
  );
  fc.assert(
    fc.property(some, (look: RangeLook) => {
      expect(lookValue(look).length).toBeLessThanOrEqual(75);
      expect(readLook(lookValue(look))).toEqual(look);
    }),
  );
});

test('a button of an older message, with a day alone, still leads there', () => {
  expect(readLook('2025-11-12')).toEqual({ span: { from: '2025-11-12', to: '2025-11-12' }, page: 0 });
});

test.each([
  '',
  '2025-02-30',
  '2025-05-31..2025-05-01',
  'x..y',
  '2025-05-01 nothing',
  '2025-05-01 day -1',
  '2025-05-01 day 1e9',
])('a value that no button has (%s) is none', (value) => {
  expect(readLook(value)).toBeUndefined();
});

test.each(languages)('a range as it is called in %s reads back to itself', (language) => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));
  const some = fc
    .tuple(day, fc.integer({ min: 0, max: 500 }))
    .map(([from, more]): Span => ({ from, to: addDays(from, more) }));
  const months = fc
    .tuple(
      fc.integer({ min: 1_990, max: 2_030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 2, 3, 6, 12),
    )
    .map(([year, month, count]): Span => {
      const from = Temporal.PlainDate.from({ year, month, day: 1 });
      return { from: from.toString(), to: from.add({ months: count }).subtract({ days: 1 }).toString() };
    });
  fc.assert(
    fc.property(fc.oneof(some, months), (span) => {
      // A week says its days in brackets behind it.
      if (shapeOf(span).kind === 'weeks') return;
      const reading = readSpan(spanText(span, language), '2026-11-24');
      expect(reading.kind === 'span' && spanCode(reading.span)).toBe(spanCode(span));
    }),
  );
});
