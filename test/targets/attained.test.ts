import { describe, expect, test } from 'vitest';
import type { DayTarget } from '../../models/day-target.ts';
import type { Target } from '../../models/target.ts';
import { attainedOn, percentOf } from '../../src/targets/attained.ts';
import { proposalOf } from '../../src/targets/last-year.ts';
import { targetsFrom, type Week } from '../../src/targets/target.ts';
import { addWeeks } from '../../src/targets/targets-follow.ts';
import type { StoreLine } from '../../src/turnover/day-log.ts';
import { dayLogOf, department, figure, id, storeLine } from '../views/support/records.ts';

const common = { workspaceId: 'T1', currency: 'EUR', vat: 'excl', by: 'U1', at: new Date(0) } as const;
const each = (amount: number | null): (number | null)[] => Array.from({ length: 7 }, () => amount);

function week(number: number, from: string, amounts: Week, more: Partial<Target> = {}): Target {
  return { ...common, departmentId: id(100 + number), from, week: [...amounts], ...more };
}

function single(number: number, day: string, amount: number | null): DayTarget {
  return { ...common, departmentId: id(100 + number), day, amount };
}

const closed = (line: StoreLine): StoreLine => ({ ...line, closed: true });

describe('the target of a day', () => {
  test('is that of its weekday by the latest week that began, unless the day has its own', () => {
    const targets = targetsFrom({
      weeks: [week(1, '2025-01-01', each(100)), week(1, '2025-11-10', [1, 2, 3, null, 5, 6, 7])],
      days: [single(1, '2025-11-11', 999), single(1, '2025-11-12', null)],
    });
    const on = (day: string) => targets(id(101), day)?.amount ?? null;

    expect(
      ['2024-12-31', '2025-11-09', '2025-11-10', '2025-11-11', '2025-11-12', '2025-11-13'].map(on),
    ).toEqual([null, 100, 1, 999, null, null]);
    expect(targets(id(102), '2025-11-10')).toBeNull();
  });
});

describe('a day against its targets', () => {
  const targets = targetsFrom({
    weeks: [1, 2, 3, 4].map((number) => week(number, '2025-01-01', each(10_000))),
    days: [],
  });
  const held = (departments: Parameters<typeof dayLogOf>[0], of = targets) =>
    attainedOn(dayLogOf(departments), of);

  test('holds departments that are in, and says over how many of them the total is', () => {
    const result = held([
      department(1, 'In', [storeLine(1, 'A', figure(9_000))]),
      department(2, 'Not whole', [storeLine(2, 'B', figure(9_000)), storeLine(3, 'C', null)]),
      department(3, 'Closed', [closed(storeLine(4, 'D', figure(0, { sales: 0 })))]),
      department(5, 'Without', [storeLine(5, 'E', figure(5_000))]),
    ]);

    expect([...result.departments.keys()]).toEqual([id(101)]);
    expect(result.total).toEqual([{ currency: 'EUR', target: 10_000, turnover: 9_000, held: 1, of: 3 }]);
  });

  test('a store that is open without a sale has attained nothing of it', () => {
    const { total } = held([department(1, 'Open', [storeLine(1, 'A', figure(0, { sales: 0 }))])]);

    expect(total).toMatchObject([{ turnover: 0, target: 10_000 }]);
  });

  test('turnover in another currency is no failure to attain it', () => {
    const other = figure(9_000, { currency: 'USD' });

    expect(held([department(1, 'Abroad', [storeLine(1, 'A', other)])])).toMatchObject({ total: [] });
  });

  test('targets set the other way round are held against nothing, and that is known', () => {
    const inclusive = targetsFrom({ weeks: [week(1, '2025-01-01', each(1), { vat: 'incl' })], days: [] });

    const result = held([department(1, 'A', [storeLine(1, 'A', figure(5))])], inclusive);

    expect(result).toEqual({ departments: new Map(), total: [], otherVat: 'incl' });
  });
});

test.each([
  [9_999, 10_000, 99],
  [10_000, 10_000, 100],
  [29, 100, 29],
  [-50, 100, -50],
  [0, 1, 0],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100],
])('%i of %i is %i per cent: short of it is never a hundred', (turnover, target, percent) => {
  expect(percentOf({ turnover, target })).toBe(percent);
});

describe('last year’s average', () => {
  const on = (day: string, stores: StoreLine[]) => dayLogOf([department(1, 'A', stores)], { day });
  const made = (logs: Parameters<typeof proposalOf>[0], percent = 0) =>
    proposalOf(logs, { departmentId: id(101), name: 'A', percent });

  test('is of complete, open days alone, in whole units, with so much more', () => {
    const proposal = made(
      [
        on('2024-11-04', [storeLine(1, 'A', figure(100_00))]),
        on('2024-11-11', [storeLine(1, 'A', figure(201_01))]),
        on('2024-11-18', [storeLine(1, 'A', figure(900_00)), storeLine(2, 'B', null)]),
        on('2024-11-25', [closed(storeLine(1, 'A', figure(0, { sales: 0 })))]),
        on('2024-11-05', [storeLine(1, 'A', figure(-5_00))]),
      ],
      10,
    );

    // (100.00 + 201.01) / 2 = 150.505, and a tenth more: 165.5555.
    expect(proposal).toMatchObject({
      currency: 'EUR',
      week: [166_00, null, null, null, null, null, null],
      days: [2, 1, 0, 0, 0, 0, 0],
    });
  });

  test('is none where no day can be used', () => {
    expect(made([on('2024-11-18', [storeLine(2, 'B', null)])])).toBeNull();
  });
});

describe('targets of merged departments', () => {
  test('add up from each day on which one of them changed', () => {
    const into = [
      week(1, '2025-01-01', [10, null, null, null, null, null, null]),
      week(1, '2025-03-01', each(20)),
    ];
    const from = [week(2, '2025-02-01', each(1)), week(2, '2025-04-01', each(null))];

    const merged = addWeeks({ into, from });

    expect(merged.map((each) => [each.from, each.week.slice(0, 2)])).toEqual([
      ['2025-01-01', [10, null]],
      ['2025-02-01', [11, 1]],
      ['2025-03-01', [21, 21]],
      ['2025-04-01', [20, 20]],
    ]);
  });

  test('that cannot be added stay those of the one that is left', () => {
    const into = [week(1, '2025-01-01', each(20))];
    const from = [week(2, '2025-01-01', each(5), { currency: 'USD' })];

    expect(addWeeks({ into, from }).map(({ week: kept, currency }) => [currency, kept[0]])).toEqual([
      ['EUR', 20],
    ]);
  });
});
