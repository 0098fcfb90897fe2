import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText } from '../../src/language/format.ts';
import { readSpan } from '../../src/turnover/read-span.ts';
import { earlierSpans, neighbour, type Span, shapeOf, spanCode } from '../../src/turnover/span.ts';
import { addDays } from '../../src/turnover/trading-day.ts';

/** A Tuesday, in week 48. */
const today = '2026-11-24';

/** What was read, as `spanCode` writes it; else what is wrong. */
function read(typed: string, on = today): string {
  const reading = readSpan(typed, on);
  return reading.kind === 'span' ? spanCode(reading.span) : `${reading.kind}: ${reading.bad}`;
}

describe('a day', () => {
  test.each([
    ['2024-05-01', '2024-05-01'],
    ['2024-5-1', '2024-05-01'],
    ['2024/05/01', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['1-5-2024', '2024-05-01'],
    ['01/05/2024', '2024-05-01'],
    ['1.5.2024', '2024-05-01'],
    ['1-5-24', '2024-05-01'],
    ['1-5', '2026-05-01'],
    ['31/12', '2025-12-31'],
    ['5/31/2024', '2024-05-31'],
    ['1 may', '2026-05-01'],
    ['1 may 2024', '2024-05-01'],
    ['1 mei 2024', '2024-05-01'],
    ['1st of May, 2024', '2024-05-01'],
    ['May 1', '2026-05-01'],
    ['may 1, 2024', '2024-05-01'],
    ['1e mei', '2026-05-01'],
    ['1 mrt 2024', '2024-03-01'],
    ['30 Sept. 2024', '2024-09-30'],
    ['25 november', '2025-11-25'],
    ['24 november', '2026-11-24'],
    ['29 feb', '2024-02-29'],
    ['wed 1 may', '2024-05-01'],
    ['woensdag 1 mei 2024', '2024-05-01'],
    ['yesterday', '2026-11-23'],
    ['Gisteren', '2026-11-23'],
    ['eergisteren', '2026-11-22'],
    ['today', '2026-11-24'],
    ['morgen', '2026-11-25'],
    ['vandaag', '2026-11-24'],
    ['3 days ago', '2026-11-21'],
    ['3 dagen geleden', '2026-11-21'],
    ['friday', '2026-11-20'],
    ['vrijdag', '2026-11-20'],
    ['vr', '2026-11-20'],
    ['last friday', '2026-11-20'],
    ['afgelopen vrijdag', '2026-11-20'],
    ['tuesday', '2026-11-17'],
    ['monday', '2026-11-23'],
    ['vorige week vrijdag', '2026-11-20'],
    ['vorige week dinsdag', '2026-11-17'],
    ['maandag vorige week', '2026-11-16'],
    ['last week on monday', '2026-11-16'],
    ['this week monday', '2026-11-23'],
    ['deze vrijdag', '2026-11-27'],
  ])('"%s" is %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });
});

describe('some days in a row', () => {
  test.each([
    ['2024-05', '2024-05-01..2024-05-31'],
    ['5-2024', '2024-05-01..2024-05-31'],
    ['may 2024', '2024-05-01..2024-05-31'],
    ['2024 mei', '2024-05-01..2024-05-31'],
    ['mei', '2026-05-01..2026-05-31'],
    ['december', '2025-12-01..2025-12-31'],
    ['november', '2026-11-01..2026-11-30'],
    ['february 2024', '2024-02-01..2024-02-29'],
    ['week 18', '2026-04-27..2026-05-03'],
    ['week 18 2024', '2024-04-29..2024-05-05'],
    ['week 18 van 2024', '2024-04-29..2024-05-05'],
    ['w18', '2026-04-27..2026-05-03'],
    ['2024-W18', '2024-04-29..2024-05-05'],
    ['week 48', '2026-11-23..2026-11-29'],
    ['week 49', '2025-12-01..2025-12-07'],
    ['week 53', '2020-12-28..2021-01-03'],
    ['week 1 2026', '2025-12-29..2026-01-04'],
    ['week 18-20 2024', '2024-04-29..2024-05-19'],
    ['week 18 t/m 20', '2026-04-27..2026-05-17'],
    ['this week', '2026-11-23..2026-11-29'],
    ['deze week', '2026-11-23..2026-11-29'],
    ['next week', '2026-11-30..2026-12-06'],
    ['volgend jaar', '2027-01-01..2027-12-31'],
    ['last week', '2026-11-16..2026-11-22'],
    ['vorige week', '2026-11-16..2026-11-22'],
    ['this month', '2026-11-01..2026-11-30'],
    ['deze maand', '2026-11-01..2026-11-30'],
    ['last month', '2026-10-01..2026-10-31'],
    ['vorige maand', '2026-10-01..2026-10-31'],
    ['last quarter', '2026-07-01..2026-09-30'],
    ['dit kwartaal', '2026-10-01..2026-12-31'],
    ['this year', '2026-01-01..2026-12-31'],
    ['dit jaar', '2026-01-01..2026-12-31'],
    ['vorig jaar', '2025-01-01..2025-12-31'],
    ['year to date', '2026-01-01..2026-12-31'],
    ['mtd', '2026-11-01..2026-11-30'],
    ['q2 2024', '2024-04-01..2024-06-30'],
    ['2024-Q2', '2024-04-01..2024-06-30'],
    ['q2', '2026-04-01..2026-06-30'],
    ['q4', '2026-10-01..2026-12-31'],
    ['kwartaal 2 2024', '2024-04-01..2024-06-30'],
    ['2e kwartaal', '2026-04-01..2026-06-30'],
    ['2024', '2024-01-01..2024-12-31'],
    ['last 7 days', '2026-11-17..2026-11-23'],
    ['afgelopen 7 dagen', '2026-11-17..2026-11-23'],
    ['30 days', '2026-10-25..2026-11-23'],
    ['last 4 weeks', '2026-10-26..2026-11-22'],
    ['laatste 3 maanden', '2026-08-01..2026-10-31'],
    ['1 may..7 may', '2026-05-01..2026-05-07'],
    ['1 may 2024..7 may 2024', '2024-05-01..2024-05-07'],
    ['1..7 may', '2026-05-01..2026-05-07'],
    ['1-7 may', '2026-05-01..2026-05-07'],
    ['van 1-7 mei 2024', '2024-05-01..2024-05-07'],
    ['1 t/m 7 mei 2024', '2024-05-01..2024-05-07'],
    ['1 mei t/m 7 mei', '2026-05-01..2026-05-07'],
    ['1 mei 2024 tot en met 7', '2024-05-01..2024-05-07'],
    ['2024-05-01 to 2024-05-07', '2024-05-01..2024-05-07'],
    ['from 2024-05-01 until 2024-05-07', '2024-05-01..2024-05-07'],
    ['van 1 mei tot 7 mei', '2026-05-01..2026-05-07'],
    ['2024-05-01 – 2024-05-07', '2024-05-01..2024-05-07'],
    ['1 may - 7 may', '2026-05-01..2026-05-07'],
    ['20 december..5 january', '2025-12-20..2026-01-05'],
    ['20 december..5 january 2025', '2024-12-20..2025-01-05'],
    ['20 december 2023 to 5 january', '2023-12-20..2024-01-05'],
    ['7 may..1 may', '2025-05-07..2026-05-01'],
    ['2024-05-07..2024-05-01', '2024-05-01..2024-05-07'],
    ['may to july 2024', '2024-05-01..2024-07-31'],
    ['last friday to yesterday', '2026-11-20..2026-11-23'],
    ['since 1 november', '2026-11-01..2026-11-23'],
    ['vanaf maandag', '2026-11-23'],
  ])('"%s" is %s', (typed, span) => {
    expect(read(typed)).toBe(span);
  });
});

test.each([
  ['2024-02-30', 'impossible: 2024-02-30'],
  ['2025-13-01', 'impossible: 2025-13-01'],
  ['30 feb', 'impossible: 30 feb'],
  ['week 54 2024', 'impossible: week 54 2024'],
  ['week 53 2024', 'impossible: week 53 2024'],
  ['q5', 'impossible: q5'],
  ['thu 1 may 2024', 'impossible: thu 1 may 2024'],
  ['0 days', 'impossible: 0 days'],
  ['31 june..7 july', 'impossible: 31 june'],
  ['blah', 'unreadable: blah'],
  ['blah..7 may', 'unreadable: blah'],
  ['1 may to blub', 'unreadable: blub'],
  ['2024-05-01..', 'unreadable: 2024-05-01 ..'],
  ['since forever', 'unreadable: forever'],
])('of "%s" it says what is wrong: %s', (typed, wrong) => {
  expect(read(typed)).toBe(wrong);
});

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));
const someSpan = fc
  .tuple(someDay, fc.integer({ min: 0, max: 500 }))
  .map(([from, days]): Span => ({ from, to: addDays(from, days) }));

test('whatever is typed, it never throws and never gives days out of order', () => {
  const words = fc.constantFrom(
    ...'may mei 1 31 0 2024 week q2 last vorige friday vr .. to t/m since days 7 - days year 1-5 ago "'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.array(words).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, someDay, (typed, on) => {
      const reading = readSpan(typed, on);
      if (reading.kind === 'span') expect(reading.span.from <= reading.span.to).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('a range as it is written reads back to itself', () => {
  fc.assert(
    fc.property(someSpan, (span) => {
      expect(read(spanCode(span))).toBe(spanCode(span));
    }),
  );
});

test.each(['en', 'nl'] as const)(
  'a day and a range as people read them in %s read back to themselves',
  (language) => {
    fc.assert(
      fc.property(someSpan, ({ from, to }) => {
        expect(read(dayText(from, language))).toBe(from);
        expect(read(`${dayText(from, language)} – ${dayText(to, language)}`)).toBe(spanCode({ from, to }));
      }),
    );
  },
);

test('what leaves out the year is the latest that has begun', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom('may', 'week 9', 'q3', '1 july', 'sunday'), (on, typed) => {
      const reading = readSpan(typed, on);
      expect(reading.kind === 'span' && reading.span.from <= on).toBe(true);
    }),
  );
});

describe('earlier ranges', () => {
  const code = (span: Span, to?: string) => {
    const { before, yearEarlier } = earlierSpans(span, to);
    return [spanCode(before), spanCode(yearEarlier)];
  };

  test.each([
    ['2024-05-08', '2024-05-01', '2023-05-10'],
    ['2024-05-06..2024-05-12', '2024-04-29..2024-05-05', '2023-05-08..2023-05-14'],
    ['2024-05-01..2024-05-10', '2024-04-17..2024-04-26', '2023-05-03..2023-05-12'],
    ['2024-03-01..2024-03-31', '2024-02-01..2024-02-29', '2023-03-01..2023-03-31'],
    ['2024-02-01..2024-02-29', '2024-01-01..2024-01-31', '2023-02-01..2023-02-28'],
    ['2024-04-01..2024-06-30', '2024-01-01..2024-03-31', '2023-04-01..2023-06-30'],
    ['2024-01-01..2024-12-31', '2023-01-01..2023-12-31', '2023-01-01..2023-12-31'],
  ])('%s is held against %s and %s', (typed, before, yearEarlier) => {
    const reading = readSpan(typed, '2024-12-31');
    if (reading.kind !== 'span') throw new Error('not read');

    expect(code(reading.span)).toEqual([before, yearEarlier]);
  });

  test('of a month that is not over have as many days', () => {
    expect(code({ from: '2024-03-01', to: '2024-03-31' }, '2024-03-10')).toEqual([
      '2024-02-01..2024-02-10',
      '2023-03-01..2023-03-10',
    ]);
  });

  test('of a month that is longer than the one before end with it', () => {
    expect(code({ from: '2024-03-01', to: '2024-03-31' }, '2024-03-30')[0]).toBe('2024-02-01..2024-02-29');
  });

  test('of days and weeks keep their weekdays', () => {
    const weekday = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;
    fc.assert(
      fc.property(someSpan, (span) => {
        if (!['day', 'days', 'weeks'].includes(shapeOf(span).kind)) return;
        const { before, yearEarlier } = earlierSpans(span);
        expect(before.to < span.from).toBe(true);
        for (const earlier of [before, yearEarlier]) expect(weekday(earlier.from)).toBe(weekday(span.from));
      }),
    );
  });
});

test.each(['2024-05', 'q1 2024', '2024', '2024-01..2024-08', '2024-05-03', '2024-05-03..2024-05-09'])(
  'the range after the one before %s is itself',
  (typed) => {
    const reading = readSpan(typed, today);
    if (reading.kind !== 'span') throw new Error('not read');

    expect(neighbour(neighbour(reading.span, -1), 1)).toEqual(reading.span);
  },
);
