import type { Figure } from '../../models/figure.ts';
import type { Context } from '../context.ts';
import { isWhole as isWholeBucket } from './bucket.ts';
import { add } from './money.ts';
import { type Month, monthOf } from './month-sums.ts';
import { type MappedFrom, storeKey } from './placing.ts';
import { lengthOf, type Span } from './span.ts';
import { addDays, type Day } from './trading-day.ts';

/** As much of a figure as a total needs: all of it stands in an index. */
export type RangeFigure = Pick<
  Figure,
  'linkId' | 'storeId' | 'day' | 'currency' | 'gross' | 'tax' | 'sales' | 'state'
>;

/** A part of a range that is told as one: a day, a week, a month. */
export interface Stretch extends Span {
  /** Of stores of which every day is in and goes to the same place: all of its days, added up by the database. By `storeKey`. */
  summed: ReadonlyMap<string, RangeFigure>;
}

/** The figures of a range: what can be is summed, the rest is by day. */
export interface RangeFigures {
  stretches: readonly Stretch[];
  /** Each day's by `storeKey`, of the stores that are not in the sums of its stretch. */
  days: ReadonlyMap<Day, ReadonlyMap<string, RangeFigure>>;
}

export interface FiguresToRead {
  /** What the range is made of, in order. */
  spans: readonly Span[];
  mappings: readonly MappedFrom[];
  /** Nothing is summed: every day is told by itself. */
  isDaily: boolean;
}

/**
 * The figures of a range, and none of their past. The database adds up each store's days of a stretch wherever nothing can be
 * lost by it; a store that lacks a day, is not final, is shared, or was mapped anew on the way is read day by day.
 */
export async function readRange(
  context: Context,
  { spans, mappings, isDaily }: FiguresToRead,
): Promise<RangeFigures> {
  const isSummed = (span: Span) => !isDaily && span.from < span.to;
  const [isProvisional, summed] = await Promise.all([
    provisionalDays(context, spans.filter(isSummed)),
    sumsOfSpans(context, spans.filter(isSummed)),
  ]);
  const goesToOnePlace = mappedIn(mappings);
  const stretches: Stretch[] = [];
  const byDay: DaysOf[] = [];
  for (const span of spans) {
    const sums = summed.get(span);
    const length = lengthOf(span);
    // A store with two currencies has two sums, and every day in neither.
    const isWhole = (sum: StoreSum) =>
      sum.days === length && goesToOnePlace(sum, span) && !isProvisional(sum, span);
    const [whole, others] = parted(sums ?? [], isWhole);
    stretches.push({ ...span, summed: new Map(whole.map((sum) => [storeKey(sum), figureOf(sum, span)])) });
    if (!sums || others.length > 0) byDay.push({ span, stores: sums ? others : null });
  }
  return { stretches, days: await daysOf(context, byDay) };
}

function parted<Each>(all: readonly Each[], is: (each: Each) => boolean): [Each[], Each[]] {
  const parts = Map.groupBy(all, is);
  return [parts.get(true) ?? [], parts.get(false) ?? []];
}

interface StoreId {
  linkId: string;
  storeId: string;
  currency: string;
}

/** A store's figures of some days in one currency, added up. */
interface StoreSum extends StoreId {
  /** Not a number where it is beyond what one holds exactly. */
  gross: unknown;
  tax: unknown;
  sales: unknown;
  days: number;
}

/** The sums of each span: those of whole months are kept, others are made by the database. */
async function sumsOfSpans(context: Context, spans: readonly Span[]): Promise<Map<Span, StoreSum[]>> {
  const [months, others] = parted(spans, (span) => isWholeBucket(span, 'month'));
  const [kept, made] = await Promise.all([
    sumsOfMonths(
      context,
      months.map(({ from }) => monthOf(from)),
    ),
    Promise.all(others.map(async (span) => [span, await sumsOf(context, span)] as const)),
  ]);
  return new Map([...made, ...months.map((span) => [span, kept.get(monthOf(span.from)) ?? []] as const)]);
}

async function sumsOfMonths(
  { models, workspace }: Context,
  months: readonly Month[],
): Promise<Map<Month, StoreSum[]>> {
  if (months.length === 0) return new Map();
  const found = await models.monthSums.aggregate<MonthColumns>([
    { $match: { workspaceId: workspace._id, month: { $in: [...months] }, days: { $gt: 0 } } },
    {
      $group: {
        _id: { month: '$month', linkId: '$linkId', currency: '$currency' },
        storeId: { $push: '$storeId' },
        gross: { $push: '$gross' },
        tax: { $push: '$tax' },
        sales: { $push: '$sales' },
        days: { $push: '$days' },
      },
    },
  ]);
  const columns = Map.groupBy(found, ({ _id }) => _id.month);
  return new Map([...columns].map(([month, ofMonth]) => [month, ofMonth.flatMap(rowsOf)]));
}

/** The sums of a month, a link and a currency, a column each: thousands of documents take ten times as long to read. */
interface MonthColumns {
  _id: Omit<StoreId, 'storeId'> & { month: Month };
  storeId: string[];
  gross: unknown[];
  tax: unknown[];
  sales: unknown[];
  days: number[];
}

/** Throws a RangeError where a sum lacks an amount: those behind it would get each other's. */
function rowsOf({ _id, storeId: ids, gross, tax, sales, days }: MonthColumns): StoreSum[] {
  const { linkId, currency } = _id;
  if ([gross, tax, sales, days].some(({ length }) => length !== ids.length)) {
    throw new RangeError(`a sum of ${_id.month} lacks an amount`);
  }
  return days.map((count, row) => ({
    linkId,
    storeId: ids[row] ?? '',
    currency,
    gross: gross[row],
    tax: tax[row],
    sales: sales[row],
    days: count,
  }));
}

async function sumsOf({ models, workspace }: Context, { from, to }: Span): Promise<StoreSum[]> {
  const found = await models.figures.aggregate<Omit<StoreSum, keyof StoreId> & { _id: StoreId }>([
    { $match: { workspaceId: workspace._id, day: { $gte: from, $lte: to } } },
    {
      $group: {
        _id: { linkId: '$linkId', storeId: '$storeId', currency: '$currency' },
        gross: { $sum: '$gross' },
        tax: { $sum: '$tax' },
        sales: { $sum: '$sales' },
        days: { $sum: 1 },
      },
    },
  ]);
  return found.map(({ _id, ...sums }) => ({ ..._id, ...sums }));
}

/** The days that are provisional, by store: few, in an index of their own, where telling them in every sum doubles its cost. */
async function provisionalDays({ models, workspace }: Context, spans: readonly Span[]) {
  const [first, last] = [spans[0]?.from ?? '', spans.at(-1)?.to ?? ''];
  const found = await models.figures
    .find(
      { workspaceId: workspace._id, state: 'provisional', day: { $gte: first, $lte: last } },
      { linkId: 1, storeId: 1, day: 1, _id: 0 },
    )
    .lean<Pick<RangeFigure, 'linkId' | 'storeId' | 'day'>[]>();
  const days = Map.groupBy(found, storeKey);
  return (store: StoreId, { from, to }: Span) =>
    (days.get(storeKey(store)) ?? []).some(({ day }) => day >= from && day <= to);
}

/** Tells whether all of a store goes to one place, the same on every day. */
function mappedIn(mappings: readonly MappedFrom[]) {
  const mapped = Map.groupBy(mappings, storeKey);
  return (store: StoreId, { from, to }: Span): boolean => {
    const own = mapped.get(storeKey(store)) ?? [];
    const isChanged = own.some((mapping) => mapping.from > from && mapping.from <= to);
    const isShared = own.some((mapping) => mapping.from <= to && mapping.shares.length > 1);
    return !isChanged && !isShared;
  };
}

/** Throws a RangeError for a sum that is beyond what a number holds exactly. */
function figureOf({ linkId, storeId, currency, gross, tax, sales }: StoreSum, { from }: Span): RangeFigure {
  const exact = (sum: unknown) => add(0, Number(sum));
  const amounts = { gross: exact(gross), tax: exact(tax), sales: exact(sales) };
  return { linkId, storeId, currency, ...amounts, day: from, state: 'final' };
}

interface DaysOf {
  span: Span;
  /** Null: all there are. */
  stores: readonly StoreSum[] | null;
}

async function daysOf(
  { models, workspace }: Context,
  wanted: readonly DaysOf[],
): Promise<Map<Day, Map<string, RangeFigure>>> {
  if (wanted.length === 0) return new Map();
  const fields = { linkId: 1, storeId: 1, day: 1, currency: 1, gross: 1, tax: 1, sales: 1, state: 1 };
  const found = await models.figures
    .find({ workspaceId: workspace._id, $or: inARow(wanted).flatMap(conditionsOf) }, { ...fields, _id: 0 })
    .lean<RangeFigure[]>();
  const byDay = new Map<Day, Map<string, RangeFigure>>();
  for (const figure of found) {
    const ofDay = byDay.get(figure.day);
    if (ofDay) ofDay.set(storeKey(figure), figure);
    else byDay.set(figure.day, new Map([[storeKey(figure), figure]]));
  }
  return byDay;
}

/** Stretches of which everything is wanted are one where they follow each other: fewer conditions are sooner met. */
function inARow(wanted: readonly DaysOf[]): DaysOf[] {
  const rows: DaysOf[] = [];
  for (const each of wanted) {
    const last = rows.at(-1);
    const isNext = last && last.stores === null && each.stores === null;
    if (isNext && addDays(last.span.to, 1) === each.span.from) {
      rows.splice(-1, 1, { span: { from: last.span.from, to: each.span.to }, stores: null });
    } else rows.push(each);
  }
  return rows;
}

function conditionsOf({ span: { from, to }, stores }: DaysOf) {
  const day = { $gte: from, $lte: to };
  if (stores === null) return [{ day }];
  return [...Map.groupBy(stores, ({ linkId }) => linkId)].map(([linkId, ofLink]) => ({
    day,
    linkId,
    storeId: { $in: [...new Set(ofLink.map(({ storeId }) => storeId))] },
  }));
}
