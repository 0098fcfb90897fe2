import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import type { RangeLog } from '../../src/turnover/range-log.ts';
import { readSpan } from '../../src/turnover/read-span.ts';
import { type Span, shapeOf, spanCode } from '../../src/turnover/span.ts';
import { addDays } from '../../src/turnover/trading-day.ts';
import { rangeMessage } from '../../views/range/blocks.ts';
import { lookValue, type RangeLook, readLook } from '../../views/range/look.ts';
import { euros, nothingThen, rangeOf } from './support/ranges.ts';
import { id } from './support/records.ts';
import { wordsIn } from './support/words.ts';

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
