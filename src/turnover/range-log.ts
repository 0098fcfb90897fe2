import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { type BucketUnit, bucketIndex, bucketsOf, usualUnit } from './bucket.ts';
import { compareRanges, isComplete, type Pair, type RangeComparison } from './compare-ranges.ts';
import { setUpUntil } from './day-log.ts';
import {
  type DayTotal,
  type DepartmentTotal,
  type Folded,
  foldRange,
  type RangeFigure,
  type StoreTotal,
} from './fold-range.ts';
import { placing, storeKey } from './placing.ts';
import { earlierSpans, type Span } from './span.ts';
import { addInto, type Sum } from './sums.ts';
import { addDays, type Day } from './trading-day.ts';

/** Everything there is to say of some days in a row. */
export interface RangeLog {
  /** What was asked for; it may reach beyond `span`. */
  asked: Span;
  /** The days told of: none that is not over. */
  span: Span;
  vat: Vat;
  /** Over all departments, one a currency. */
  sums: Sum[];
  departments: RangeDepartment[];
  unit: BucketUnit;
  /** The days, weeks or months of the range, in order. */
  buckets: Bucket[];
  /** Those of the range before, in their order: to be drawn beside them. */
  bucketsBefore: Bucket[];
  days: DayCounts;
  /** Each day, for what is held against it day by day. */
  daily: readonly DayTotal[];
  /** No store is known to have been read, or waited for, on any of the days. */
  isUnknown: boolean;
  /** Stores that lack days, those that lack most first. */
  missing: { name: string; days: number }[];
  /** In no department yet on some of the days, so in no total of them. */
  unmapped: { name: string; sums: Sum[] }[];
  /** The names of those left out on purpose. */
  ignored: string[];
  before: RangeComparison;
  yearEarlier: RangeComparison;
}

export interface DayCounts {
  all: number;
  /** With every store that was waited for. */
  complete: number;
  /** Of which nothing is known: Daybook read no account then. */
  unknown: number;
  /** To be read once more by the next night. */
  provisional: number;
}

export interface RangeDepartment {
  departmentId: string;
  name: string;
  sums: Sum[];
  stores: RangeStore[];
  /** Null where it may not be held against the range before. */
  before: Pair | null;
  yearEarlier: Pair | null;
}

export interface RangeStore {
  name: string;
  /** How much of the store is the department's, per cent; absent when all of it is. */
  percent?: number;
  sums: Sum[];
  daysIn: number;
  daysExpected: number;
}

export interface Bucket extends Span {
  /** Empty where nothing is in: that is not zero. */
  sums: Sum[];
  /** By department id. */
  departments: Map<string, Sum[]>;
  isComplete: boolean;
}

/** What is asked of a range. */
export interface RangeInput {
  asked: Span;
  today: Day;
  /** Only these departments; all of them when absent. */
  only?: ReadonlySet<string>;
  /** By what it is cut; by length when absent. */
  unit?: BucketUnit;
}

/** The log of a range that has begun before today: one query for its figures and those it is held against. */
export async function rangeLog(context: Context, input: RangeInput): Promise<RangeLog> {
  const { workspace } = context;
  const { asked, today, only } = input;
  const span = finishedPart(asked, today);
  const spans = earlierSpans(asked, span.to);
  const [setUp, figures] = await Promise.all([
    setUpUntil(context, span.to),
    figuresOf(context, [span, spans.before, spans.yearEarlier]),
  ]);
  const unit = input.unit ?? usualUnit(span);
  const departments = setUp.departments.filter(({ _id }) => !only || only.has(_id));
  const fold = {
    place: placing(setUp),
    departments,
    figures,
    vat: workspace.vat,
    closing: setUp.closing,
  };
  const now = foldRange(span, fold);
  const foldedBefore = foldRange(spans.before, fold);
  const before = compareRanges(now, foldedBefore);
  const yearEarlier = compareRanges(now, foldRange(spans.yearEarlier, fold));
  return {
    asked,
    span,
    vat: workspace.vat,
    sums: now.sums,
    departments: [...now.departments.values()]
      .filter(({ stores }) => stores.size > 0)
      .map((total) => departmentOf(total, { before, yearEarlier })),
    unit,
    buckets: cut(now, unit),
    bucketsBefore: cut(foldedBefore, unit),
    days: countDays(now.days),
    daily: now.days,
    isUnknown: !now.isKnown,
    missing: missingOf(now),
    unmapped: only ? [] : [...now.unmapped.values()].map(({ store, sums }) => ({ name: store.name, sums })),
    ignored: only ? [] : [...now.ignored.values()].map(({ store }) => store.name),
    before,
    yearEarlier,
  };
}

/** The days of a range that are over; the range must begin before today. */
export function finishedPart({ from, to }: Span, today: Day): Span {
  return { from, to: to < today ? to : addDays(today, -1) };
}

/** The figures of some ranges, each day's by store: one query, and none of their past. */
async function figuresOf(
  { models, workspace }: Context,
  spans: readonly Span[],
): Promise<Map<Day, Map<string, RangeFigure>>> {
  const fields = { linkId: 1, storeId: 1, day: 1, currency: 1, gross: 1, net: 1, tax: 1, sales: 1, state: 1 };
  const found = await models.figures
    .find(
      { workspaceId: workspace._id, $or: spans.map(({ from, to }) => ({ day: { $gte: from, $lte: to } })) },
      { ...fields, _id: 0 },
    )
    .lean<RangeFigure[]>();
  const byDay = new Map<Day, Map<string, RangeFigure>>();
  for (const figure of found) {
    const ofDay = byDay.get(figure.day);
    if (ofDay) ofDay.set(storeKey(figure), figure);
    else byDay.set(figure.day, new Map([[storeKey(figure), figure]]));
  }
  return byDay;
}

function departmentOf(
  { department, sums, stores }: DepartmentTotal,
  { before, yearEarlier }: { before: RangeComparison; yearEarlier: RangeComparison },
): RangeDepartment {
  return {
    departmentId: department._id,
    name: department.name,
    sums,
    stores: [...stores.values()].map(storeOf),
    before: before.departments.get(department._id) ?? null,
    yearEarlier: yearEarlier.departments.get(department._id) ?? null,
  };
}

function storeOf({ store, weight, sums, in: daysIn, expected }: StoreTotal): RangeStore {
  const share = weight === 10_000 ? {} : { percent: weight / 100 };
  return { name: store.name, ...share, sums, daysIn, daysExpected: expected };
}

function cut({ span, days }: Folded, unit: BucketUnit): Bucket[] {
  const spans = bucketsOf(span, unit);
  const index = bucketIndex(spans);
  const buckets = spans.map(
    (each): Bucket => ({ ...each, sums: [], departments: new Map(), isComplete: true }),
  );
  for (const day of days) {
    const bucket = buckets[index.get(day.day) ?? -1];
    if (!bucket) continue;
    bucket.isComplete &&= isComplete(day);
    for (const sum of day.sums) addInto(bucket.sums, sum);
    for (const [id, sums] of day.departments) {
      const known = bucket.departments.get(id) ?? [];
      bucket.departments.set(id, known);
      for (const sum of sums) addInto(known, sum);
    }
  }
  return buckets;
}

function countDays(days: readonly DayTotal[]): DayCounts {
  return {
    all: days.length,
    complete: days.filter(isComplete).length,
    unknown: days.filter(({ expected }) => expected === 0).length,
    provisional: days.filter(({ isProvisional }) => isProvisional).length,
  };
}

function missingOf({ stores }: Folded): RangeLog['missing'] {
  return [...stores.values()]
    .map(({ store, expected, in: daysIn }) => ({ name: store.name, days: expected - daysIn }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || a.name.localeCompare(b.name));
}
