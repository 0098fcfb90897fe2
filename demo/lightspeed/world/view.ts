import type { Change, Sale, SaleState, SaleView } from './types.ts';

const blank: SaleState = {
  completed: false,
  voided: false,
  archived: false,
  completeTime: null,
  lines: [],
  payments: [],
  change: 0,
  amounts: { subtotal: 0, discount: 0, tax1: 0, tax2: 0, total: 0 },
  raw: {},
  pending: false,
  attributes: [],
  fee: 0,
};

/** The sale as the API shows it at `at`; undefined when it was not yet made. */
export const view = (sale: Sale, at: number): SaleView | undefined => {
  if (sale.createTime > at) return undefined;
  const seen: SaleView = { ...blank, sale, updateTime: sale.createTime, updateOrder: 0 };
  for (const change of sale.history) {
    if (change.at > at) break;
    Object.assign(seen, change.patch);
    seen.updateTime = change.at;
    seen.updateOrder = change.order ?? 0;
  }
  return seen;
};

/** Adds a change in its place in time; a change made at the same instant comes after. */
export const addChange = (sale: Sale, change: Change): void => {
  const later = sale.history.findIndex((other) => other.at > change.at);
  if (later === -1) sale.history.push(change);
  else sale.history.splice(later, 0, change);
};
