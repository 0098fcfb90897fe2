import { describe, expect, test } from 'vitest';
import { compareLogs } from '../../src/digest/comparison.ts';
import { featOf } from '../../src/digest/feat.ts';
import { topMovers } from '../../src/digest/movers.ts';
import { monthToDate, toDate, weekToDate } from '../../src/digest/to-date.ts';
import { weekdayAverage } from '../../src/digest/weekday-average.ts';
import type { DayLog, StoreLine } from '../../src/turnover/day-log.ts';
import { addDays, type Day, daysFrom } from '../../src/turnover/trading-day.ts';
import { dayLogOf, department, figure, storeLine } from '../views/support/records.ts';

type Store = number | null | 'closed';

/** A day of one department; each store by its number with its turnover. */
function day(stores: Record<number, Store>, more: Partial<DayLog> = {}): DayLog {
  const lines = Object.entries(stores).map(([number, turnover]): StoreLine => {
    if (turnover === 'closed')
      return { ...storeLine(Number(number), `Store ${number}`, figure(0, { sales: 0 })), closed: true };
    return storeLine(Number(number), `Store ${number}`, turnover === null ? null : figure(turnover));
  });
  return dayLogOf([department(1, 'All', lines)], more);
}

const only = (sums: readonly { turnover: number }[]) => sums.map(({ turnover }) => turnover);

function logsOf(days: readonly Day[], stores: (day: Day, index: number) => Record<number, Store>) {
  return new Map(days.map((each, index) => [each, day(stores(each, index), { day: each })]));
}

describe('a day held against an earlier one', () => {
  test('compares the stores that were in on both, and names those that could not be', () => {
    const comparison = compareLogs(day({ 1: 110, 2: 50, 3: 7 }), day({ 1: 100, 2: null }));

    expect(only(comparison.now)).toEqual([110]);
    expect(only(comparison.total)).toEqual([100]);
    expect(comparison).toMatchObject({ stores: 1, leftOut: ['Store 2', 'Store 3'] });
  });

  test('leaves out a store that is not in today, or was closed on either day', () => {
    const comparison = compareLogs(
      day({ 1: 110, 2: null, 3: 'closed', 4: 90 }),
      day({ 1: 100, 2: 80, 3: 70, 4: 'closed' }),
    );

    expect(only(comparison.now)).toEqual([110]);
    expect(only(comparison.total)).toEqual([100]);
    expect(comparison.leftOut).toEqual(['Store 4']);
  });

  test('does not compare different parts of a store', () => {
    const whole = dayLogOf([department(1, 'A', [storeLine(1, 'One', figure(100))])]);
    const half = dayLogOf([department(1, 'A', [{ ...storeLine(1, 'One', figure(50)), percent: 50 }])]);

    expect(compareLogs(whole, half).stores).toBe(0);
  });
});

describe('the average of a weekday', () => {
  test('is each store’s own, over the days on which it was in and open', () => {
    const earlier = [
      day({ 1: 100, 2: 10 }),
      day({ 1: 101, 2: 'closed' }),
      day({ 1: 104, 2: 20 }),
      day({ 1: null }),
    ];

    const average = weekdayAverage(day({ 1: 200, 2: 30, 3: 5 }), earlier);

    expect(average?.weeks).toBe(3);
    expect(only(average?.before ?? [])).toEqual([102 + 15]);
    expect(only(average?.now ?? [])).toEqual([230]);
  });

  test('is none of a single day', () => {
    expect(weekdayAverage(day({ 1: 200 }), [day({ 1: 100 })])).toBeNull();
  });
});

describe('a stretch of days', () => {
  test('begins on Monday, or on the first', () => {
    expect(weekToDate('2024-05-01')).toEqual({
      span: { from: '2024-04-29', to: '2024-05-01' },
      before: { from: '2024-04-22', to: '2024-04-24' },
    });
    expect(monthToDate('2024-03-31')).toEqual({
      span: { from: '2024-03-01', to: '2024-03-31' },
      before: { from: '2024-02-01', to: '2024-02-29' },
    });
  });

  test('is held against the one before by stores that are in on every day of both', () => {
    const logs = logsOf(daysFrom('2024-04-22', '2024-05-01'), (_day, index) => ({
      1: 100 + index,
      2: index === 0 ? null : 10,
    }));

    const week = toDate(logs, weekToDate('2024-05-01'));

    expect(only(week?.total ?? [])).toEqual([107 + 108 + 109 + 30]);
    expect(only(week?.before?.now ?? [])).toEqual([107 + 108 + 109]);
    expect(only(week?.before?.before ?? [])).toEqual([100 + 101 + 102]);
    expect(week).toMatchObject({ daysIn: 3, days: 3 });
  });

  test('says of how many days every store is in', () => {
    const logs = logsOf(daysFrom('2024-04-22', '2024-05-01'), (each) => ({
      1: each === '2024-04-30' ? null : 1,
    }));

    expect(toDate(logs, weekToDate('2024-05-01'))).toMatchObject({ daysIn: 2, days: 3, before: null });
  });

  test('of one day is none', () => {
    expect(toDate(new Map(), weekToDate('2024-04-29'))).toBeNull();
    expect(toDate(new Map(), monthToDate('2024-04-01'))).toBeNull();
  });
});

describe('what moved a day', () => {
  test('adds up to the cent, with the others as one', () => {
    const now = day({ 1: 1_000, 2: 300, 3: 205, 4: 101, 5: 100 });
    const before = day({ 1: 400, 2: 500, 3: 200, 4: 100, 5: 100 });

    const movers = topMovers(now, before);

    expect(movers?.stores.map(({ name }) => name)).toEqual(['Store 1', 'Store 2', 'Store 3']);
    expect(movers).toMatchObject({ change: 406, others: { stores: 2, change: 1 } });
  });

  test('is nothing where one store, or none, can be compared', () => {
    expect(topMovers(day({ 1: 5, 2: 5 }), day({ 1: 4 }))).toBeNull();
    expect(topMovers(day({ 1: 5, 2: 5 }), day({ 1: 5, 2: 5 }))).toBeNull();
  });
});

describe('a feat', () => {
  const today = '2024-06-04';
  const tuesdays = (count: number) =>
    Array.from({ length: count + 1 }, (_, week) => addDays(today, -7 * week));

  test('is the best of its weekday since the last better one', () => {
    const logs = logsOf(tuesdays(30), (_day, week) => ({ 1: week === 0 ? 900 : week === 20 ? 950 : 500 }));

    expect(featOf(logs, today)).toEqual({ kind: 'best', since: addDays(today, -140), isFirstKnown: false });
  });

  test('is the best of all that are known where none was better', () => {
    const logs = logsOf(tuesdays(15), (_day, week) => ({ 1: week === 0 ? 900 : 500 }));

    expect(featOf(logs, today)).toEqual({ kind: 'best', since: addDays(today, -105), isFirstKnown: true });
  });

  test('is none with too little history, or beaten lately, or with a store missing', () => {
    const worse = (count: number) => logsOf(tuesdays(count), (_day, week) => ({ 1: week === 0 ? 900 : 500 }));
    const beaten = logsOf(tuesdays(30), (_day, week) => ({ 1: week === 0 ? 900 : week === 5 ? 950 : 500 }));
    const partial = logsOf(tuesdays(30), (_day, week) => ({
      1: week === 0 ? 900 : 500,
      2: week === 0 ? null : 1,
    }));

    for (const logs of [worse(11), beaten, partial]) expect(featOf(logs, today)).toBeNull();
  });

  test('does not come from a store more', () => {
    const logs = logsOf(tuesdays(30), (_day, week) => (week < 3 ? { 1: 500, 2: 400 } : { 1: 500 }));

    expect(featOf(logs, today)).toBeNull();
  });

  test('is a streak of days above the week before, over closed days, when it reaches a length', () => {
    const days = daysFrom(addDays(today, -40), today);
    const growing = (length: number) =>
      logsOf(days, (each, index) => {
        if (Temporal.PlainDate.from(each).dayOfWeek === 7) return { 1: 'closed' };
        return { 1: index >= days.length - length ? 600 : 500 };
      });

    // The last six days hold a Sunday.
    expect(featOf(growing(6), today)).toEqual({ kind: 'streak', days: 5 });
    expect(featOf(growing(5), today)).toBeNull();
  });
});
