import type { Department } from '../../models/department.ts';
import type { Share } from '../../models/mapping.ts';
import type { Store } from '../../models/store.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Closing } from '../stores/closing.ts';
import { turnoverOf } from './changes.ts';
import { type Placed, type Placing, storeKey } from './placing.ts';
import type { RangeFigure, RangeFigures, Stretch } from './range-figures.ts';
import type { Span } from './span.ts';
import { combined, partOf } from './split.ts';
import { addInto, type Sum } from './sums.ts';
import { type Day, daysFrom } from './trading-day.ts';

/** What some days of something add up to. */
export interface Total {
  sums: Sum[];
  /** On so many days a figure of it is waited for, or there. */
  expected: number;
  /** On so many days it is there. */
  in: number;
}

/** A store over a range, or a department's share of it. */
export interface StoreTotal extends Total {
  store: Pick<Store, 'linkId' | 'storeId' | 'name'>;
  /** Hundredths of a per cent; 10,000 for the whole store. */
  weight: number;
}

export interface DepartmentTotal {
  department: Department;
  sums: Sum[];
  /** By store and share: a store whose share changed on the way is there twice. */
  stores: Map<string, StoreTotal>;
}

/** What some days add up to, with each department's part of it. */
interface Parts {
  sums: Sum[];
  /** By department id. */
  departments: Map<string, Sum[]>;
}

/** One day of a range. Stores whose stretch was summed count as in, and their amounts are in their stretch only. */
export interface DayTotal extends Total, Parts {
  day: Day;
  isProvisional: boolean;
  /** Departments of which a store counts, or is waited for, and was not closed. */
  open: Set<string>;
  /** Departments of which a store is not in. */
  lacking: Set<string>;
}

/** A stretch of a range, added up. */
export interface StretchTotal extends Span, Parts {
  days: DayTotal[];
}

/** A range, added up. */
export interface Folded {
  span: Span;
  /** Whether any store counts, or is waited for, on any of the days: also where it is in none of the departments. */
  isKnown: boolean;
  sums: Sum[];
  departments: Map<string, DepartmentTotal>;
  /** Each store that counts, by what of it counts: all of it, also where departments share it, unless only some are looked at. */
  stores: Map<string, StoreTotal>;
  stretches: StretchTotal[];
  days: DayTotal[];
  unmapped: Map<string, StoreTotal>;
  ignored: Map<string, StoreTotal>;
}

export interface FoldInput {
  placing: Placing;
  departments: readonly Department[];
  figures: RangeFigures;
  vat: Vat;
  /** When stores are meant to be closed; absent where it does not matter. */
  closing?: Closing | undefined;
}

const nothing: ReadonlyMap<string, RangeFigure> = new Map();

/** Adds up every day of a range, each by the mapping of that day. */
export function foldRange(span: Span, input: FoldInput): Folded {
  const { placing, departments, figures, vat, closing } = input;
  const folded: Folded = {
    span,
    isKnown: false,
    sums: [],
    departments: new Map(
      departments.map((department) => [department._id, { department, sums: [], stores: new Map() }]),
    ),
    stores: new Map(),
    stretches: [],
    days: [],
    unmapped: new Map(),
    ignored: new Map(),
  };
  const sharesOf = cutter(vat);
  for (const stretch of figures.stretches) {
    const { from, to } = stretch;
    const days = daysFrom(from, to).map(emptyDay);
    const total: StretchTotal = { from, to, sums: [], departments: new Map(), days };
    foldSummed(folded, total, stretch, { placing, sharesOf });
    // Where every store is in its sum there is nothing to look for day by day.
    for (const day of placing.areAll(stretch.summed) ? [] : days) {
      for (const placed of placing.on(day.day, figures.days.get(day.day) ?? nothing, stretch.summed)) {
        folded.isKnown = true;
        foldStore(folded, { stretch: total, day }, placed, { sharesOf, closing });
      }
    }
    folded.stretches.push(total);
    folded.days.push(...days);
  }
  return folded;
}

/** Stores whose days of a stretch are one sum: in on every day of it, and everywhere the same. */
function foldSummed(
  folded: Folded,
  total: StretchTotal,
  { from, summed }: Stretch,
  { placing, sharesOf }: { placing: Placing; sharesOf: Cutter },
): void {
  let stores = 0;
  for (const placed of placing.on(from, summed)) {
    // A store without a sum is read, or missed, day by day.
    if (!placed.figure) continue;
    folded.isKnown = true;
    const isCounted = foldStore(folded, { stretch: total }, placed, { sharesOf, closing: undefined });
    if (isCounted) stores += 1;
  }
  for (const day of total.days) {
    day.expected += stores;
    day.in += stores;
  }
}

function emptyDay(day: Day): DayTotal {
  return {
    day,
    sums: [],
    expected: 0,
    in: 0,
    isProvisional: false,
    departments: new Map(),
    open: new Set(),
    lacking: new Set(),
  };
}

type Cutter = ReturnType<typeof cutter>;

/** Where something is counted: in a stretch, and in the day that it is of alone. */
interface Where {
  stretch: StretchTotal;
  day?: DayTotal;
}

/** Tells whether the store counts: it is in one of the departments. */
function foldStore(
  folded: Folded,
  { stretch, day }: Where,
  placed: Placed<RangeFigure>,
  { sharesOf, closing }: { sharesOf: Cutter; closing: Closing | undefined },
): boolean {
  const { store, figure, shares } = placed;
  const key = storeKey(store);
  const counted = { isIn: figure !== undefined, days: day ? 1 : stretch.days.length };
  if (!shares || shares.length === 0) {
    const outside = shares ? folded.ignored : folded.unmapped;
    const total = totalOf(outside, key, store);
    count(total, counted);
    if (figure) addInto(total.sums, sharesOf.whole(figure));
    return false;
  }
  const parts = sharesOf
    .parts(shares, figure)
    .filter(({ departmentId }) => folded.departments.has(departmentId));
  if (parts.length === 0) return false;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const whole = totalOf(folded.stores, partKey(key, weight), store, weight);
  count(whole, counted);
  if (day) count(day, counted);
  const isClosed = day && figure && isZero(figure) && closing?.(store, day.day) === true;
  if (day) day.isProvisional ||= figure?.state === 'provisional';
  for (const { departmentId, weight: own, sum } of parts) {
    const department = folded.departments.get(departmentId);
    if (!department) continue;
    if (!isClosed) day?.open.add(departmentId);
    if (!figure) day?.lacking.add(departmentId);
    const total = totalOf(department.stores, partKey(key, own), store, own);
    count(total, counted);
    if (!sum) continue;
    for (const each of [total.sums, whole.sums, department.sums, folded.sums]) addInto(each, sum);
    for (const each of day ? [stretch, day] : [stretch]) {
      addInto(each.sums, sum);
      addInto(sumsOf(each.departments, departmentId), sum);
    }
  }
  return true;
}

/** A store, or a part of one. */
function partKey(key: string, weight: number): string {
  return weight === 10_000 ? key : `${key} ${weight}`;
}

function isZero({ sales, gross, tax }: RangeFigure): boolean {
  return sales === 0 && gross === 0 && tax === 0;
}

function count(total: Total, { isIn, days }: { isIn: boolean; days: number }): void {
  total.expected += days;
  total.in += isIn ? days : 0;
}

function totalOf(
  totals: Map<string, StoreTotal>,
  key: string,
  { linkId, storeId, name }: Store,
  weight = 10_000,
): StoreTotal {
  const known = totals.get(key);
  if (known) return known;
  const total = { store: { linkId, storeId, name }, weight, sums: [], expected: 0, in: 0 };
  totals.set(key, total);
  return total;
}

function sumsOf(sums: Map<string, Sum[]>, key: string): Sum[] {
  const known = sums.get(key) ?? [];
  sums.set(key, known);
  return known;
}

/** Cuts figures into what departments get of them. A mapping holds for many days, so what it says is worked out once. */
function cutter(vat: Vat) {
  const departmentsOf = new Map<readonly Share[], Share[]>();
  const whole = ({ currency, gross, tax, sales }: RangeFigure): Sum => ({
    currency,
    turnover: turnoverOf({ gross, tax }, vat),
    sales,
  });
  return {
    whole,
    parts(shares: readonly Share[], figure: RangeFigure | undefined) {
      const known = departmentsOf.get(shares) ?? combined(shares);
      departmentsOf.set(shares, known);
      return known.map(({ departmentId, weight }) => {
        const part =
          figure && known.length > 1 ? { ...figure, ...partOf(figure, shares, departmentId) } : figure;
        return { departmentId, weight, sum: part && whole(part) };
      });
    },
  };
}
