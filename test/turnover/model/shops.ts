import { firstInstant, later } from './wall.ts';

/** A till as a child would draw it: sales that are there, changed on the spot. Amounts are minor units. */
export interface Shops {
  series: 'r' | 'x';
  currency: string;
  stores: ModelStore[];
  sales: ModelSale[];
  /** Nobody answers. */
  isDown: boolean;
}

export interface ModelStore {
  id: string;
  name: string;
  zone: string;
  isClosed: boolean;
  /** The hour at which days begin, from a date on; the first one holds for ever before. */
  cutOffs: { from: string; hour: number }[];
}

export interface ModelSale {
  number: number;
  storeId: string;
  madeAt: number;
  /** When it was completed; null while it is open. */
  at: number | null;
  gross: number;
  tax: number;
  standing: 'counts' | 'voided' | 'archived';
  changedAt: number;
}

/** When a store's day begins. */
export function startOf({ zone, cutOffs }: ModelStore, date: string): number {
  const hour = cutOffs.findLast(({ from }) => from <= date)?.hour ?? cutOffs[0]?.hour ?? 0;
  return firstInstant(date, hour, zone);
}

export interface ModelFigure {
  gross: number;
  net: number;
  tax: number;
  sales: number;
}

/** The completed sales of some days of stores, as days are now. */
export function salesOf(shops: Shops, days: readonly { day: string; storeId: string }[]): ModelSale[] {
  const spans = days.flatMap(({ day, storeId }) => {
    const store = shops.stores.find(({ id }) => id === storeId);
    return store ? [{ storeId, start: startOf(store, day), end: startOf(store, later(day, 1)) }] : [];
  });
  return shops.sales.filter(({ storeId, at }) =>
    spans.some((span) => span.storeId === storeId && at !== null && at >= span.start && at < span.end),
  );
}

/** What the till shows of a store's day at this very moment. */
export function shownOf({ sales }: Shops, store: ModelStore, date: string): ModelFigure {
  const [start, end] = [startOf(store, date), startOf(store, later(date, 1))];
  const figure = { gross: 0, net: 0, tax: 0, sales: 0 };
  for (const { storeId, at, standing, gross, tax } of sales) {
    if (storeId !== store.id || at === null || at < start || at >= end || standing !== 'counts') continue;
    figure.gross += gross;
    figure.tax += tax;
    figure.net += gross - tax;
    figure.sales += 1;
  }
  return figure;
}
