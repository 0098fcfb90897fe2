import type { Change } from '../turnover/changes.ts';
import type { DayLog, StoreLine } from '../turnover/day-log.ts';
import type { Sum } from '../turnover/sums.ts';
import type { Day } from '../turnover/trading-day.ts';

/** What is said of a day whose figures changed. */
export interface CorrectionData {
  day: Day;
  vat: DayLog['vat'];
  stores: StoreCorrection[];
  total: Sum[];
}

export interface StoreCorrection {
  name: string;
  department: string;
  /** How much of the store is the department's, per cent; absent when all of it is. */
  percent?: number;
  currency: string;
  /** Null: the store was not in when the digest was told, and now is. */
  change: Change | null;
  /** Minor units: what it is now. */
  turnover: number;
}

/** What changed in a day's figures after an instant, or undefined when nothing did that a reader would see. */
export function correctionSince(log: DayLog, since: Date): CorrectionData | undefined {
  return correction(log, (figure) => {
    if (figure.firstImportedAt > since) return [null];
    return figure.changes.filter(({ at }) => at > since);
  });
}

/** Every change of a day's figures since each was first imported; undefined when there is none. */
export function correctionsOf(log: DayLog): CorrectionData | undefined {
  return correction(log, ({ changes }) => changes);
}

function correction(
  log: DayLog,
  changesIn: (figure: NonNullable<StoreLine['figure']>) => (Change | null)[],
): CorrectionData | undefined {
  const stores = log.departments.flatMap((department) =>
    department.stores.flatMap(({ name, percent, figure }) => {
      if (!figure) return [];
      const { currency, turnover } = figure;
      return changesIn(figure).map((change) => ({
        name,
        department: department.name,
        ...(percent === undefined ? {} : { percent }),
        currency,
        turnover,
        change,
      }));
    }),
  );
  return stores.length > 0 ? { day: log.day, vat: log.vat, stores, total: log.sums } : undefined;
}
