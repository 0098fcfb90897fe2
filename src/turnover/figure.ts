import type { Day } from './trading-day.ts';

/** One store's turnover of one day, in minor units of its currency; net = gross - tax. */
export interface Amounts {
  gross: number;
  net: number;
  tax: number;
  /** How many sales count, refunds included. */
  sales: number;
}

/** The sales below zero among those that count, minor units. */
export type Refunds = Pick<Amounts, 'sales' | 'gross' | 'tax'>;

export const noRefunds: Refunds = { sales: 0, gross: 0, tax: 0 };

/** A store and a day: what a figure is of. */
export interface StoreDay {
  storeId: string;
  day: Day;
}

/** A store and a day as one text, to look things up by. */
export function storeDayKey({ storeId, day }: StoreDay): string {
  return `${day} ${storeId}`;
}

export type FigureState = 'provisional' | 'final' | 'reimported' | 'manual';

/** What wrote a figure: a night, a catch-up after missed nights, or a person. */
export type FigureSource = 'night' | 'catch-up' | 'import-now' | 'backfill' | 'reimport' | 'manual';

/** Why a figure moved between its first and its second night. */
export type MovementKind = 'voided' | 'late' | 'refund' | 'edited' | 'moved' | 'gone';

/** The sum of all sales that moved a figure for one reason; the movements of a revision add up to its change. */
export interface Movement {
  kind: MovementKind;
  /** How many sales moved. */
  sales: number;
  /** Change in minor units, including tax. */
  gross: number;
  /** Change in minor units. */
  tax: number;
}

/** Whether two figures say the same. */
export function sameAmounts(left: Omit<Amounts, 'net'>, right: Omit<Amounts, 'net'>): boolean {
  return left.gross === right.gross && left.tax === right.tax && left.sales === right.sales;
}
