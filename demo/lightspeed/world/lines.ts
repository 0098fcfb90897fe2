import type { Amounts, Line, Payment, Sale } from './types.ts';

/** Invented: a sale's lines are numbered from its own id, so that no counter has to run over all sales. */
export const saleLineID = (saleID: number, index: number): number => saleID * 20 + index + 1;

/** The sale a line number belongs to; 0 for numbers of no sale. */
export const saleOfLine = (lineID: number): number => Math.floor(Math.max(0, lineID - 1) / 20);

/** The lines of a refund: the same goods going back, each pointing at the line it undoes. */
export const turnedBack = (lines: readonly Line[], saleID: number): Line[] =>
  lines.map((line, index) => ({
    ...line,
    quantity: -line.quantity,
    discount: -line.discount,
    parentSaleLineID: saleLineID(saleID, index),
  }));

export const minusAmounts = (amounts: Amounts): Amounts => ({
  subtotal: -amounts.subtotal,
  discount: -amounts.discount,
  tax1: -amounts.tax1,
  tax2: -amounts.tax2,
  total: -amounts.total,
});

export const paidInFull = (kind: Payment['kind'], total: number, at: number): Payment[] =>
  total === 0 ? [] : [{ kind, amount: total, tip: 0, at }];

/** A sale rung up and paid in one instant. */
export const rungUpAt = (
  place: Pick<Sale, 'saleID' | 'shopID' | 'registerID' | 'employeeID'>,
  at: number,
  goods: { lines: readonly Line[]; amounts: Amounts },
): Sale => ({
  ...place,
  createTime: at,
  history: [
    {
      at,
      patch: {
        ...goods,
        completed: true,
        completeTime: at,
        payments: paidInFull('credit card', goods.amounts.total, at),
      },
    },
  ],
});
