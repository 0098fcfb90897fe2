import type { Vat } from '../../models/workspace.ts';
import type { DayLog, DepartmentLine } from '../turnover/day-log.ts';
import type { DayTotal } from '../turnover/fold-range.ts';
import { add } from '../turnover/money.ts';
import type { RangeLog } from '../turnover/range-log.ts';
import type { Sum } from '../turnover/sums.ts';
import type { Expected, Targets } from './target.ts';

/** Turnover held against a target in one currency, minor units: over days and departments that have both, and every store in. */
export interface Attained {
  currency: string;
  target: number;
  turnover: number;
  /** Of a department: over how many of its days that have a target. Of all: over how many of the departments there are. */
  held: number;
  of: number;
}

/** How turnover stands against the targets. */
export interface TargetResult {
  /** By department id; those without a target, or that were closed, are not in it. */
  departments: ReadonlyMap<string, Attained>;
  /** All of them together, one a currency. */
  total: readonly Attained[];
  /** Targets that were set for turnover told the other way round are held against nothing. */
  otherVat: Vat | null;
}

export const noTargets: TargetResult = { departments: new Map(), total: [], otherVat: null };

/** A department on one day. */
interface Cell {
  departmentId: string;
  expected: Expected;
  /** Null: a store is not in, so that it would be held short. */
  sums: readonly Sum[] | null;
}

/** A day's log against its targets. */
export function attainedOn(log: DayLog, targets: Targets): TargetResult {
  const open = log.departments.filter(isOpen);
  const cells = open.flatMap((line): Cell[] => {
    const expected = targets(line.departmentId, log.day);
    const isIn = line.stores.every(({ figure }) => figure !== null);
    return expected ? [{ departmentId: line.departmentId, expected, sums: isIn ? line.sums : null }] : [];
  });
  return resultOf(cells, { vat: log.vat, departments: open.length });
}

/** A range's log against the targets of its days: days on which a store is not in are held on neither side. */
export function attainedIn(log: RangeLog, targets: Targets): TargetResult {
  const cells = log.daily.flatMap((day) => [...day.open].flatMap((id) => cellOf(day, id, targets)));
  const open = new Set(log.daily.flatMap((day) => [...day.open]));
  return resultOf(cells, { vat: log.vat, departments: open.size });
}

function cellOf({ day, departments, lacking }: DayTotal, departmentId: string, targets: Targets): Cell[] {
  const expected = targets(departmentId, day);
  if (!expected) return [];
  const sums = lacking.has(departmentId) ? null : (departments.get(departmentId) ?? []);
  return [{ departmentId, expected, sums }];
}

/** A day on which all of a department was closed has no target. */
function isOpen({ stores }: DepartmentLine): boolean {
  return stores.some(({ closed }) => !closed);
}

function resultOf(
  cells: readonly Cell[],
  { vat, departments: all }: { vat: Vat; departments: number },
): TargetResult {
  const same = cells.filter(({ expected }) => expected.vat === vat);
  const byDepartment = Map.groupBy(same, ({ departmentId }) => departmentId);
  const departments = [...byDepartment].flatMap(([id, own]) => {
    // A department has one currency at a time; where it was changed on the way, the last one counts.
    const currency = own.at(-1)?.expected.currency ?? '';
    const attained = addUp(own, currency);
    return attained ? [[id, attained] as const] : [];
  });
  const byCurrency = Map.groupBy(same, ({ expected }) => expected.currency);
  const total = [...byCurrency].flatMap(([currency, own]) => {
    const attained = addUp(own, currency);
    if (!attained) return [];
    const held = new Set(own.filter(isHeld).map(({ departmentId }) => departmentId));
    return [{ ...attained, held: held.size, of: all }];
  });
  const other = cells.find(({ expected }) => expected.vat !== vat);
  return {
    departments: new Map(departments),
    total: total.toSorted((a, b) => a.currency.localeCompare(b.currency)),
    otherVat: other?.expected.vat ?? null,
  };
}

/** Null where nothing can be held. */
function addUp(cells: readonly Cell[], currency: string): Attained | null {
  const own = cells.filter(({ expected }) => expected.currency === currency);
  const attained = { currency, target: 0, turnover: 0, held: 0, of: own.length };
  for (const cell of own.filter(isHeld)) {
    const sum = cell.sums?.find((each) => each.currency === currency);
    attained.target = add(attained.target, cell.expected.amount);
    attained.turnover = add(attained.turnover, sum?.turnover ?? 0);
    attained.held += 1;
  }
  return attained.held > 0 ? attained : null;
}

/** Whether there is turnover in the target's currency to hold: that of another one is no failure to attain it. */
function isHeld({ sums, expected }: Cell): boolean {
  return sums?.some(({ currency }) => currency === expected.currency) ?? false;
}

/** How much of a target was attained, whole per cent, rounded down: short of it is never a hundred. */
export function percentOf({ turnover, target }: Pick<Attained, 'turnover' | 'target'>): number {
  return Number((BigInt(turnover) * 100n) / BigInt(target));
}
