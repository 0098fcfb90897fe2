import type { Store } from '../../models/store.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { type BucketUnit, bucketsOf, usualUnit } from './bucket.ts';
import { compareRanges, isComplete, type Pair, type RangeComparison } from './compare-ranges.ts';
import { setUpUntil } from './day-log.ts';
import {
  type DayTotal,
  type DepartmentTotal,
  type Folded,
  foldRange,
  type StoreTotal,
} from './fold-range.ts';
import { placing, storeKey } from './placing.ts';
import { readRange } from './range-figures.ts';
import { earlierSpans, type Span, spanCode } from './span.ts';
import type { Sum } from './sums.ts';
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
  /** Each day, for the targets that are held against it; empty where nothing is held day by day. */
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

/** The log of a range that has begun before today, and what it is held against. */
export async function rangeLog(context: Context, input: RangeInput): Promise<RangeLog> {
  const { workspace } = context;
  const { asked, today, only } = input;
  const span = finishedPart(asked, today);
  const spans = earlierSpans(asked, span.to);
  const unit = input.unit ?? usualUnit(span);
  const [setUp, isDaily] = await Promise.all([setUpUntil(context, span.to), hasTargets(context, span)]);
  const departments = setUp.departments.filter(({ _id }) => !only || only.has(_id));
  const shared = { placing: placing(setUp), departments, vat: workspace.vat, closing: setUp.closing };
  const fold = async (of: Span, cutBy: BucketUnit, byDay = false): Promise<Folded> => {
    const wanted = { spans: bucketsOf(of, cutBy), mappings: setUp.mappings, isDaily: byDay };
    return foldRange(of, { ...shared, figures: await readRange(context, wanted) });
  };
  const isOneEarlier = spanCode(spans.before) === spanCode(spans.yearEarlier);
  const [now, foldedBefore, otherYear] = await Promise.all([
    fold(span, unit, isDaily),
    fold(spans.before, unit),
    // Nobody looks at the days of that one.
    isOneEarlier ? null : fold(spans.yearEarlier, unit === 'day' ? 'week' : unit),
  ]);
  const inOrder = orderOf(setUp.stores);
  const before = compareRanges(now, foldedBefore);
  const yearEarlier = compareRanges(now, otherYear ?? foldedBefore);
  return {
    asked,
    span,
    vat: workspace.vat,
    sums: now.sums,
    departments: [...now.departments.values()]
      .filter(({ stores }) => stores.size > 0)
      .map((total) => departmentOf(total, inOrder(total.stores), { before, yearEarlier })),
    unit,
    buckets: bucketsIn(now),
    bucketsBefore: bucketsIn(foldedBefore),
    days: countDays(now.days),
    daily: isDaily ? now.days : [],
    isUnknown: !now.isKnown,
    missing: missingOf(now),
    unmapped: only ? [] : inOrder(now.unmapped).map(({ store, sums }) => ({ name: store.name, sums })),
    ignored: only ? [] : inOrder(now.ignored).map(({ store }) => store.name),
    before,
    yearEarlier,
  };
}

/** The days of a range that are over; the range must begin before today. */
export function finishedPart({ from, to }: Span, today: Day): Span {
  return { from, to: to < today ? to : addDays(today, -1) };
}

/** Whether something may be held against single days. */
async function hasTargets({ models, workspace }: Context, { from, to }: Span): Promise<boolean> {
  const workspaceId = workspace._id;
  const found = await Promise.all([
    models.targets.findOne({ workspaceId, from: { $lte: to } }, { _id: 1 }).lean(),
    models.dayTargets.findOne({ workspaceId, day: { $gte: from, $lte: to } }, { _id: 1 }).lean(),
  ]);
  return found.some((target) => target !== null);
}

/** Puts stores as they stand in the list of all, not as they turned up in the figures; one whose share changed, in order of time. */
function orderOf(stores: readonly Store[]) {
  const places = new Map(stores.map((store, index) => [storeKey(store), index]));
  const placeOf = ({ store }: StoreTotal) => places.get(storeKey(store)) ?? 0;
  return (totals: ReadonlyMap<string, StoreTotal>): StoreTotal[] =>
    [...totals.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

function departmentOf(
  { department, sums }: DepartmentTotal,
  stores: readonly StoreTotal[],
  { before, yearEarlier }: { before: RangeComparison; yearEarlier: RangeComparison },
): RangeDepartment {
  return {
    departmentId: department._id,
    name: department.name,
    sums,
    stores: stores.map(storeOf),
    before: before.departments.get(department._id) ?? null,
    yearEarlier: yearEarlier.departments.get(department._id) ?? null,
  };
}

function storeOf({ store, weight, sums, in: daysIn, expected }: StoreTotal): RangeStore {
  const share = weight === 10_000 ? {} : { percent: weight / 100 };
  return { name: store.name, ...share, sums, daysIn, daysExpected: expected };
}

function bucketsIn({ stretches }: Folded): Bucket[] {
  return stretches.map(({ from, to, sums, departments, days }) => ({
    from,
    to,
    sums,
    departments,
    isComplete: days.every(isComplete),
  }));
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
