import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayBounds,
  dayOf,
  daysBetween,
  daysFrom,
  instantAt,
  isZone,
} from '../../src/turnover/trading-day.ts';

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('the bounds of a trading day', () => {
  test.each([
    ['an ordinary day', '2024-06-03', 'Europe/Amsterdam', 0, '2024-06-03T00:00:00+02:00', 24],
    ['a cut-off hour', '2024-06-03', 'Europe/Amsterdam', 4, '2024-06-03T04:00:00+02:00', 24],
    ['clocks forward', '2024-03-31', 'Europe/Amsterdam', 0, '2024-03-31T00:00:00+01:00', 23],
    ['clocks back', '2024-10-27', 'Europe/Amsterdam', 0, '2024-10-27T00:00:00+02:00', 25],
    [
      'clocks forward before the cut-off: the day before is the short one',
      '2024-03-30',
      'Europe/Amsterdam',
      4,
      '2024-03-30T04:00:00+01:00',
      23,
    ],
    [
      'a cut-off in the gap: where the gap ends',
      '2024-03-31',
      'Europe/Amsterdam',
      2,
      '2024-03-31T03:00:00+02:00',
      23,
    ],
    [
      'a cut-off that comes twice: the earlier one',
      '2024-10-27',
      'Europe/Amsterdam',
      2,
      '2024-10-27T02:00:00+02:00',
      25,
    ],
    ['half-hour zone', '2024-06-03', 'Asia/Kolkata', 0, '2024-06-03T00:00:00+05:30', 24],
    ['quarter-hour zone', '2024-06-03', 'Asia/Kathmandu', 0, '2024-06-03T00:00:00+05:45', 24],
    ['half-hour summer time', '2024-04-07', 'Australia/Lord_Howe', 0, '2024-04-07T00:00:00+11:00', 24.5],
    [
      'half-hour summer time ends it',
      '2024-10-06',
      'Australia/Lord_Howe',
      0,
      '2024-10-06T00:00:00+10:30',
      23.5,
    ],
    ['midnight in the gap', '2018-11-04', 'America/Sao_Paulo', 0, '2018-11-04T01:00:00-02:00', 23],
    ['eleven at night twice', '2018-02-17', 'America/Sao_Paulo', 0, '2018-02-17T00:00:00-02:00', 25],
    ['midnight in the gap (Havana)', '2024-03-10', 'America/Havana', 0, '2024-03-10T01:00:00-04:00', 23],
    ['midnight twice (Havana)', '2024-11-03', 'America/Havana', 0, '2024-11-03T00:00:00-04:00', 25],
    ['back at one past midnight', '2010-11-07', 'America/St_Johns', 0, '2010-11-07T00:00:00-02:30', 25],
    ['forward at one past midnight', '2011-03-13', 'America/St_Johns', 0, '2011-03-13T00:00:00-03:30', 23],
    ['a date that was skipped', '2011-12-30', 'Pacific/Apia', 0, '2011-12-31T00:00:00+14:00', 0],
    ['the one before it', '2011-12-29', 'Pacific/Apia', 0, '2011-12-29T00:00:00-10:00', 24],
    [
      'the skipped date with a cut-off: its last hours',
      '2011-12-30',
      'Pacific/Apia',
      4,
      '2011-12-31T00:00:00+14:00',
      4,
    ],
  ])('%s: %s in %s from %i', (_what, day, zone, cutOff, start, hours) => {
    const bounds = dayBounds(day, { zone, cutOff });

    expect(new Date(bounds.start)).toEqual(new Date(start));
    expect((bounds.end - bounds.start) / hour).toBe(hours);
  });

  test.each([
    ['2024-02-30', 'Europe/Amsterdam'],
    ['2024-13-01', 'Europe/Amsterdam'],
    ['yesterday', 'Europe/Amsterdam'],
    ['2024-06-03', 'Mars/Olympus'],
  ])('a day or zone that does not exist is refused: %s in %s', (day, zone) => {
    expect(() => dayBounds(day, { zone, cutOff: 0 })).toThrow(RangeError);
  });
});

describe('the day of an instant', () => {
  test.each([
    ['the instant of midnight', '2024-06-03T00:00:00+02:00', 'Europe/Amsterdam', 0, '2024-06-03'],
    ['the millisecond before', '2024-06-02T23:59:59.999+02:00', 'Europe/Amsterdam', 0, '2024-06-02'],
    ['the small hours with a cut-off', '2024-06-03T03:59:59.999+02:00', 'Europe/Amsterdam', 4, '2024-06-02'],
    ['the cut-off itself', '2024-06-03T04:00:00+02:00', 'Europe/Amsterdam', 4, '2024-06-03'],
    ['23:30 come again after midnight', '2010-11-06T23:30:00-03:30', 'America/St_Johns', 0, '2010-11-07'],
    ['the first hour after a skipped date', '2011-12-31T00:30:00+14:00', 'Pacific/Apia', 0, '2011-12-31'],
  ])('%s', (_what, instant, zone, cutOff, day) => {
    expect(dayOf(at(instant), { zone, cutOff })).toBe(day);
  });
});

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'UTC',
];
const rules = fc.record({ zone: fc.constantFrom(...zones), cutOff: fc.integer({ min: 0, max: 6 }) });
const instants = fc.integer({ min: at('2000-01-02T00:00:00Z'), max: at('2035-12-30T00:00:00Z') });

describe('days tile time', () => {
  test('each instant lies in the bounds of its day, and of no day beside it', () => {
    fc.assert(
      fc.property(rules, instants, (rule, instant) => {
        const day = dayOf(instant, rule);

        const holding = [-2, -1, 0, 1, 2]
          .map((count) => addDays(day, count))
          .filter((other) => {
            const { start, end } = dayBounds(other, rule);
            return start <= instant && instant < end;
          });

        expect(holding).toEqual([day]);
      }),
      { numRuns: 2000 },
    );
  });

  test('where a day ends the next one starts, and none ends before it starts', () => {
    fc.assert(
      fc.property(rules, instants, (rule, instant) => {
        const day = dayOf(instant, rule);
        const { start, end } = dayBounds(day, rule);

        expect(end).toBe(dayBounds(addDays(day, 1), rule).start);
        expect(end).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('days of the calendar', () => {
  test('are counted over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2023-12-30', '2024-03-01')).toBe(62);
  });

  test('are those of the calendar for all days there may be', () => {
    const anyDay = fc.integer({ min: -400_000, max: 3_000_000 });
    const epoch = Temporal.PlainDate.from('1970-01-01');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (since, count) => {
        const from = epoch.add({ days: since });
        const to = from.add({ days: count });

        expect(addDays(from.toString(), count)).toBe(to.toString());
        expect(daysBetween(from.toString(), to.toString())).toBe(count);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-1-1', 'tomorrow', ''])(
    'what is no day (%j) is refused',
    (day) => {
      expect(() => addDays(day, 1)).toThrow(RangeError);
      expect(() => daysBetween('2024-01-01', day)).toThrow(RangeError);
      expect(() => daysFrom(day, '2024-01-01')).toThrow(RangeError);
    },
  );

  test('come as a list with both ends, or as none', () => {
    expect(daysFrom('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(daysFrom('2024-03-01', '2024-03-01')).toEqual(['2024-03-01']);
    expect(daysFrom('2024-03-01', '2024-02-28')).toEqual([]);
  });
});

test('an hour that the clock never shows comes where the gap ends', () => {
  expect(new Date(instantAt('2024-03-31', 2, 'Europe/Amsterdam'))).toEqual(
    new Date('2024-03-31T03:00:00+02:00'),
  );
});

test('old names are zones, invented ones are not', () => {
  expect(isZone('US/Pacific')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(isZone('')).toBe(false);
});
