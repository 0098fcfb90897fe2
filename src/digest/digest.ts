import type { Context } from '../context.ts';
import type { Change } from '../turnover/changes.ts';
import { type DayLog, dayLog, type StoreLine } from '../turnover/day-log.ts';
import { type Sum, sumByCurrency } from '../turnover/sums.ts';
import { addDays, type Day } from '../turnover/trading-day.ts';

/** What a digest says. */
export interface DigestData {
  log: DayLog;
  /** The same weekday a week before. */
  weekBefore: Comparison;
}

export interface Comparison {
  day: Day;
  /** By currency; empty where the days cannot be held against each other. */
  total: Sum[];
  /** By department id. */
  departments: Map<string, Sum[]>;
}

/** What is said in a digest's thread after its figures changed. */
export interface CorrectionData {
  day: Day;
  vat: DayLog['vat'];
  stores: StoreCorrection[];
  total: Sum[];
}

export interface StoreCorrection {
  name: string;
  department: string;
  currency: string;
  /** Null: the store was not in when the digest was told, and now is. */
  change: Change | null;
  /** Minor units: what it is now. */
  turnover: number;
}

/** A day's digest: its log, held against the same weekday of the week before. */
export async function digestOf(context: Context, { day }: { day: Day }): Promise<DigestData> {
  const weekBefore = addDays(day, -7);
  const [log, earlier] = await Promise.all([dayLog(context, { day }), dayLog(context, { day: weekBefore })]);
  return { log, weekBefore: compare(log, earlier) };
}

/** What of an earlier day may be held against a day. */
function compare(log: DayLog, earlier: DayLog): Comparison {
  const before = new Map(earlier.departments.map((line) => [line.departmentId, line.stores]));
  const departments = log.departments.map(({ departmentId, stores }) => ({
    departmentId,
    sums: comparable(stores, before.get(departmentId) ?? []),
  }));
  return {
    day: earlier.day,
    total: comparable(
      log.departments.flatMap(({ stores }) => stores),
      [...before.values()].flat(),
    ),
    departments: new Map(departments.map(({ departmentId, sums }) => [departmentId, sums])),
  };
}

/**
 * The earlier day's sums, without stores that are not in today; none at all where a store that is in today was not in then:
 * growth that comes from counting more stores is no growth.
 */
function comparable(today: readonly StoreLine[], earlier: readonly StoreLine[]): Sum[] {
  const then = new Map(earlier.map((line) => [storeOf(line), line]));
  const notIn = new Set(today.filter(({ figure }) => !figure).map(storeOf));
  const allThere = today.every((line) => !line.figure || then.get(storeOf(line))?.figure);
  return allThere ? sumByCurrency(earlier.filter((line) => !notIn.has(storeOf(line)))) : [];
}

const storeOf = ({ linkId, storeId }: StoreLine) => `${linkId} ${storeId}`;

/** What changed in a day's figures after an instant, or undefined when nothing did that a reader would see. */
export function correctionSince(log: DayLog, since: Date): CorrectionData | undefined {
  const stores = log.departments.flatMap((department) =>
    department.stores.flatMap((store) => correctionOf(store, department.name, since)),
  );
  return stores.length > 0 ? { day: log.day, vat: log.vat, stores, total: log.sums } : undefined;
}

function correctionOf({ name, figure }: StoreLine, department: string, since: Date): StoreCorrection[] {
  if (!figure) return [];
  const told = { name, department, currency: figure.currency, turnover: figure.turnover };
  if (figure.firstImportedAt > since) return [{ ...told, change: null }];
  return figure.changes.filter(({ at }) => at > since).map((change) => ({ ...told, change }));
}
