import type { RangeComparison } from '../../../src/turnover/compare-ranges.ts';
import type { Bucket, RangeLog } from '../../../src/turnover/range-log.ts';
import type { Span } from '../../../src/turnover/span.ts';
import type { Sum } from '../../../src/turnover/sums.ts';
import { type Day, daysFrom } from '../../../src/turnover/trading-day.ts';
import { hardName, id } from './records.ts';

export const may: Span = { from: '2025-05-01', to: '2025-05-31' };
export const april: Span = { from: '2025-04-01', to: '2025-04-30' };
export const euros = (turnover: number): Sum[] => [{ currency: 'EUR', turnover, sales: 3 }];
export const nothingThen: RangeComparison = {
  span: { from: '2024-05-01', to: '2024-05-31' },
  sums: [],
  fair: null,
  daysComplete: 0,
  departments: new Map(),
};

/** Each day with 1,000 euros, unless told otherwise. */
export function bucketsOfDays({ from, to }: Span, gross = (_day: Day) => 100_000): Bucket[] {
  return daysFrom(from, to).map((day) => ({
    from: day,
    to: day,
    sums: euros(gross(day)),
    departments: new Map(),
    isComplete: true,
  }));
}

export function rangeOf(more: Partial<RangeLog> = {}): RangeLog {
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
export function hugeRange(): RangeLog {
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
