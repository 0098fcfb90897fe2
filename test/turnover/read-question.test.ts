import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/turnover/read-question.ts';
import { spanCode } from '../../src/turnover/span.ts';

const today = '2026-11-24';
const departments = [
  'Bakery',
  'Baby clothes',
  'May',
  'Wine & Spirits',
  'Friday Market',
  '2024',
  'ＷＩＤＥ',
  'Bloemen',
].map((name) => ({ _id: `id of ${name}`, name }));

/** What was understood: days, department, file; or what was not. */
function read(typed: string): string {
  const reading = readQuestion(typed, { today, departments });
  if (reading.kind === 'no-days')
    return `${reading.isImpossible ? 'impossible' : 'unreadable'} ${reading.bad}`;
  const { span, department, format } = reading.question;
  const parts = [spanCode(span), department?.name, format];
  if (reading.kind === 'which-department') {
    parts.push(`"${reading.typed}"?`, ...reading.near.map(({ name }) => name));
  } else if (reading.namesake) parts.push(`not ${reading.namesake.name}`);
  return parts.filter((part) => part !== undefined).join(' | ');
}

describe('days and a department', () => {
  test.each([
    ['', '2026-11-23'],
    ['   ', '2026-11-23'],
    ['yesterday bakery', '2026-11-23 | Bakery'],
    ['yesterday BAKERY', '2026-11-23 | Bakery'],
    ['yesterday bak', '2026-11-23 | Bakery'],
    ['bakery', '2026-11-23 | Bakery'],
    ['bakery yesterday', '2026-11-23 | Bakery'],
    ['bakery last week', '2026-11-16..2026-11-22 | Bakery'],
    ['yesterday baby clothes', '2026-11-23 | Baby clothes'],
    ['yesterday wine  &  spirits', '2026-11-23 | Wine & Spirits'],
    ['week 18 2024 wine', '2024-04-29..2024-05-05 | Wine & Spirits'],
    ['yesterday wide', '2026-11-23 | ＷＩＤＥ'],
    ['gisteren bloemen', '2026-11-23 | Bloemen'],
    ['1 mei t/m 7 mei bloemen', '2026-05-01..2026-05-07 | Bloemen'],
  ])('"%s" is %s', (typed, understood) => {
    expect(read(typed)).toBe(understood);
  });

  test.each([
    ['may', '2026-05-01..2026-05-31 | not May'],
    ['"May"', '2026-11-23 | May'],
    ['yesterday may', '2026-11-23 | May'],
    ['may may', '2026-05-01..2026-05-31 | May'],
    ['1 may', '2026-05-01'],
    ['2024', '2024-01-01..2024-12-31 | not 2024'],
    ['yesterday “2024”', '2026-11-23 | 2024'],
    ['friday', '2026-11-20'],
    ['friday friday market', '2026-11-20 | Friday Market'],
    ['"friday market"', '2026-11-23 | Friday Market'],
  ])('a name that looks like days: "%s" is %s', (typed, understood) => {
    expect(read(typed)).toBe(understood);
  });

  test('a whole name wins over days with half a name behind them', () => {
    expect(read('friday market')).toBe('2026-11-23 | Friday Market');
  });
});

test.each([
  ['may 2024 csv', '2024-05-01..2024-05-31 | csv'],
  ['2024-05 bakery xlsx', '2024-05-01..2024-05-31 | Bakery | xlsx'],
  ['last week Excel', '2026-11-16..2026-11-22 | xlsx'],
  ['csv', '2026-11-23 | csv'],
])('"%s" asks for a file: %s', (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each([
  ['yesterday bakry', '2026-11-23 | "bakry"? | Bakery'],
  ['yesterday ba', '2026-11-23 | "ba"? | Bakery | Baby clothes'],
  ['yesterday market', '2026-11-23 | "market"? | Friday Market'],
  ['bakry', '2026-11-23 | "bakry"? | Bakery'],
  ['yesterday shoes', '2026-11-23 | "shoes"?'],
])('"%s" is a department that there is not: %s', (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each([
  ['blah', 'unreadable blah'],
  ['0', 'unreadable 0'],
  ['2025-02-30', 'impossible 2025-02-30'],
  ['2025-02-30 bakery', 'impossible 2025-02-30'],
  ['week 60', 'impossible week 60'],
  ['30 february', 'impossible 30 february'],
  ['31 juni bakery', 'impossible 31 juni'],
  ['flowers 30 februari', 'impossible 30 februari'],
])('"%s" is no day: %s', (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test('whatever is typed, it never throws', () => {
  const words = fc.constantFrom(
    '"',
    '“',
    'csv',
    'may',
    '1',
    '..',
    'bakery',
    'to',
    '<!channel>',
    '2024',
    '\u0000',
    '💐',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(words).map((all) => all.join(' ')),
      ),
      (typed) => {
        expect(read(typed)).not.toBe('');
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a thousand words are answered as quickly as one', () => {
  const started = performance.now();

  read('yesterday '.repeat(1_000));

  expect(performance.now() - started).toBeLessThan(500);
});
