import { expect, test } from 'vitest';
import { trend } from '../../src/charts/trend.ts';
import { languages } from '../../src/language/format.ts';
import { type BucketUnit, bucketsOf } from '../../src/turnover/bucket.ts';
import type { Bucket } from '../../src/turnover/range-log.ts';
import { neighbour, type Span } from '../../src/turnover/span.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { rangeMessage } from '../../views/range/blocks.ts';
import { rangePicture } from '../../views/range/picture.ts';
import { april, bucketsOfDays, euros, may, nothingThen, rangeOf } from './support/ranges.ts';
import { wordsIn } from './support/words.ts';

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
