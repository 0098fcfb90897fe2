import { describe, expect, test } from 'vitest';
import type { DigestLook } from '../../models/channel.ts';
import { compareLogs } from '../../src/digest/comparison.ts';
import { correctionsOf } from '../../src/digest/corrections.ts';
import type { DigestDetails } from '../../src/digest/details.ts';
import { fullLook } from '../../src/digest/look.ts';
import { topMovers } from '../../src/digest/movers.ts';
import { noTargets } from '../../src/targets/attained.ts';
import type { StoreLine } from '../../src/turnover/day-log.ts';
import { digestMessage } from '../../views/digest/blocks.ts';
import { correctionMessage } from '../../views/digest/correction.ts';
import { digestDetailsMessage } from '../../views/digest/details.ts';
import {
  change,
  dayLogOf,
  department,
  digestData,
  figure,
  hardName,
  hugeLog,
  normalLog,
  storeLine,
} from './support/records.ts';
import { expectGoodMessage, wordsIn } from './support/words.ts';

const said = (message: { blocks: unknown[] }) => wordsIn(message.blocks).join('\n');
const sum = (turnover: number, sales = 10) => [{ currency: 'EUR', turnover, sales }];
const percentOnly: DigestLook = { ...fullLook, amounts: 'percent' };

const lastWeek = dayLogOf(
  [
    department(1, 'Bakery', [
      storeLine(1, 'Amsterdam', figure(110_000)),
      storeLine(2, 'Utrecht', figure(60_000)),
    ]),
    department(2, 'Flowers', [storeLine(3, 'Rotterdam', figure(1_000))]),
  ],
  { day: '2025-11-05' },
);

/** Everything there can be to tell. */
const full: DigestDetails = {
  average: { weeks: 4, now: sum(173_140), before: sum(160_000) },
  lastYear: { ...compareLogs(normalLog, lastWeek), day: '2024-11-13' },
  holiday: { name: 'Kingsday', lastYear: { ...compareLogs(normalLog, lastWeek), day: '2024-04-27' } },
  holidayThen: null,
  notes: { ofDay: [], yearAgo: [], zone: 'Europe/Amsterdam' },
  targets: noTargets,
  week: {
    from: '2025-11-10',
    to: '2025-11-12',
    total: sum(500_000),
    daysIn: 3,
    days: 3,
    before: { from: '2025-11-03', to: '2025-11-05', now: sum(500_000), before: sum(400_000) },
  },
  month: {
    from: '2025-11-01',
    to: '2025-11-12',
    total: sum(1_800_000),
    daysIn: 11,
    days: 12,
    before: null,
  },
  refunds: [{ currency: 'EUR', turnover: -4_500, sales: 3 }],
  movers: topMovers(normalLog, lastWeek),
  feat: { kind: 'best', since: '2025-03-05', isFirstKnown: false },
  dayBefore: correctionsOf({ ...normalLog, day: '2025-11-11' }) ?? null,
};

describe('the details of a digest', () => {
  test('tell what the day compares with, what moved it, and each store', () => {
    const message = digestDetailsMessage(digestData(normalLog, lastWeek, { details: full }), 'en');

    expectGoodMessage(message);
    expect(said(message).split('\n')).toEqual([
      '*How it compares*',
      'Average of the last 4 Wednesdays: €1,600.00 (+8%)',
      'A year ago, Wed 13 Nov 2024: €1,710.00 (+1%)',
      'Kingsday a year ago, Sat 27 Apr 2024: €1,710.00 (+1%)',
      'Week so far, Mon 10 Nov – Wed 12 Nov: €5,000.00, +25% on Mon 3 Nov – Wed 5 Nov',
      'Month so far, Sat 1 Nov – Wed 12 Nov: €18,000.00, 11 of 12 days complete',
      '3 refunds: -€45.00',
      '*What moved it since Wed 5 Nov*',
      'Amsterdam: +€134.50',
      'Utrecht: -€100.00',
      'Rotterdam: -€13.10',
      'Together: +€21.40',
      '*Per store*',
      '_Bakery_',
      'Amsterdam: €1,234.50 and 12 sales',
      'Utrecht: €500.00 and 12 sales',
      '_Flowers_',
      'Rotterdam: -€3.10 and 1 sale',
      '*Corrected since: Tue 11 Nov*',
      'Amsterdam: €1,210.00 is now €1,189.00 (one sale voided -€21.00)',
      'It is now €1,731.40.',
    ]);
    expect(message.text).toContain('Average of the last 4 Wednesdays: €1,600.00 (+8%)');
  });

  test('say that the day a year ago was a holiday', () => {
    const details = { lastYear: full.lastYear, holidayThen: 'Easter Monday' };

    const message = digestDetailsMessage(digestData(normalLog, lastWeek, { details }), 'en');

    expect(said(message)).toContain('A year ago, Wed 13 Nov 2024, which was Easter Monday: €1,710.00 (+1%)');
  });

  test('tell at least the stores, where there is nothing to compare with', () => {
    const message = digestDetailsMessage(digestData(normalLog), 'en');

    expectGoodMessage(message);
    expect(said(message).split('\n')[0]).toBe('*Per store*');
  });

  test.each(['en', 'nl'] as const)('fit for 300 stores in 150 departments (%s)', (language) => {
    const log = hugeLog();
    const details = { ...full, movers: topMovers(log, log), dayBefore: correctionsOf(log) ?? null };

    for (const look of [fullLook, percentOnly]) {
      const message = digestDetailsMessage(digestData(log, log, { look, details }), language);
      expectGoodMessage(message);
      expect(said(message).length).toBeLessThan(11_000);
    }
  });
});

describe('300 stores in ten departments', () => {
  const stores = Array.from({ length: 300 }, (_, number) =>
    storeLine(number, `Store at the market of town ${number}`, figure(123_456)),
  );
  const departments = Array.from({ length: 10 }, (_, number) =>
    department(number, `Department ${number}`, stores.slice(number * 30, number * 30 + 30)),
  );
  const data = digestData(dayLogOf(departments), lastWeek);
  const named = (words: string) => words.match(/town \d+/g)?.length ?? 0;

  test('are named while there is room, then counted, with the way to the others', () => {
    const message = digestDetailsMessage(data, 'en');

    const words = said(message);
    const left = Number(/and (\d+) more stores/.exec(words)?.[1]);
    expectGoodMessage(message);
    expect(named(words)).toBeGreaterThan(130);
    expect(named(words) + left).toBe(300);
    expect(words).toContain('Open the day');
    expect(words.length).toBeLessThan(11_500);
  });

  test('have no way to amounts in a channel without them', () => {
    const message = digestDetailsMessage({ ...data, look: percentOnly }, 'en');

    expect(said(message)).not.toContain('Open the day');
    expect(named(said(message))).toBeGreaterThan(130);
  });
});

describe('a channel that sees changes only', () => {
  const data = digestData(normalLog, lastWeek, { look: percentOnly, details: full });
  const money = /€|\d[.,]\d\d\b/;

  test('gets the change first, and no amount in any part', () => {
    const message = digestMessage(data, 'en');

    expectGoodMessage(message);
    expect(message.text).toBe(
      '+1% on Wed 5 Nov: turnover of Wed 12 Nov, excl. VAT; Bakery +2%, Flowers -131%. Best Wednesday since Wed 5 Mar.',
    );
    for (const each of [message, digestDetailsMessage(data, 'en'), digestDetailsMessage(data, 'nl')]) {
      expect(each.text).not.toMatch(money);
      expect(said(each)).not.toMatch(money);
      expectGoodMessage(each);
    }
  });

  test('is told a correction without amounts, nor a person’s own words, which may hold one', () => {
    const entered = { ...change, reasons: [], entered: { reason: 'till broke at 4210.50', by: 'U1' } };
    const store = { name: 'Amsterdam', department: 'Bakery', currency: 'EUR', turnover: 118_900 };
    const stores = [change, entered, null].map((each) => ({ ...store, change: each }));

    const message = correctionMessage(
      { day: '2025-11-12', vat: 'excl', total: normalLog.sums, stores },
      'en',
      'percent',
    );

    expectGoodMessage(message);
    expect(message.text.split('\n')).toEqual([
      'Corrected: Wed 12 Nov 2025',
      'Amsterdam: -2% (one sale voided)',
      'Amsterdam: -2% (entered by hand)',
      'Amsterdam is in',
    ]);
  });

  test('is told that there is nothing to compare with yet', () => {
    const { text } = digestMessage(digestData(normalLog, undefined, { look: percentOnly }), 'en');

    expect(text).toMatch(
      /^Turnover of Wed 12 Nov is in, and there is nothing to compare it with yet; Bakery/,
    );
    expect(text).not.toMatch(money);
  });
});

describe('closed stores', () => {
  const closed = (number: number, name: string): StoreLine => ({
    ...storeLine(number, name, figure(0, { sales: 0 })),
    closed: true,
  });

  test('are named once, without alarm, and are in no comparison', () => {
    const log = dayLogOf([
      department(1, 'City', [storeLine(1, 'Open & well', figure(12_000)), closed(2, 'Shut & quiet')]),
      department(2, 'Harbour', [closed(3, hardName(2))]),
    ]);

    const message = digestMessage(digestData(log, log), 'en');

    expectGoodMessage(message);
    expect(message.text).toBe(
      `€120.00 excl. VAT on Wed 12 Nov, 0% on Wed 5 Nov; City €120.00 (0%), Harbour closed`,
    );
    expect(said(message)).toContain('Closed: Shut &amp; quiet and');
    expect(said(digestDetailsMessage(digestData(log), 'en'))).toContain('Shut &amp; quiet: closed');
  });

  test('all of them make a day of which nothing else is said', () => {
    const log = dayLogOf([department(1, 'City', [closed(1, 'One'), closed(2, 'Two')])]);

    const message = digestMessage(digestData(log, normalLog), 'en');

    expectGoodMessage(message);
    expect(message.text).toBe('€0.00 excl. VAT on Wed 12 Nov, all stores closed; City closed');
  });
});
