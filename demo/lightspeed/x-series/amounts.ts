import { decimalText, ratio } from '../world/money.ts';
import { WHOLE } from '../world/tax.ts';
import type { Line, SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** Line prices have this many decimals, whatever the currency. */
const FINE_DIGITS = 5;

/** Minor units as a JSON number: 1291 is 12.91. */
export const amount = (world: World, units: number): number =>
  Number(decimalText(units, world.account.decimals));

const fine = (units: number): number => Number(decimalText(units, FINE_DIGITS));

/** Goods without tax, a fee among them: what the X-Series calls the price. Minor units. */
export const priceOf = ({ amounts }: SaleView): number => amounts.subtotal - amounts.discount;

export const taxOf = ({ amounts }: SaleView): number => amounts.tax1 + amounts.tax2;

export type LineAmounts = Record<'price' | 'discount' | 'tax' | 'cost', { unit: number; total: number }>;

/** Prices of one piece without tax, rounded to five decimals, and those times the quantity: they need not add up to the sale's. */
export const lineAmounts = (line: Line, sale: SaleView, world: World): LineAmounts => {
  const { taxes } = world.shop(sale.sale.shopID);
  const rate = taxes.classes[line.taxClass][0] + taxes.classes[line.taxClass][1];
  const scale = 10 ** (FINE_DIGITS - world.account.decimals);
  const pieces = Math.abs(line.quantity) || 1;
  const sign = line.quantity < 0 ? -1 : 1;
  const withoutTax = (units: number) =>
    ratio(units * scale * sign, taxes.inclusive ? WHOLE : 1, (taxes.inclusive ? WHOLE + rate : 1) * pieces);
  const price = withoutTax(line.quantity * line.unitPrice - line.discount);
  const times = (unit: number) => ({ unit: fine(unit), total: fine(unit * line.quantity) });
  return {
    price: times(price),
    discount: times(withoutTax(line.discount)),
    tax: times(ratio(price, rate, WHOLE)),
    // Invented: goods cost two fifths of their price.
    cost: times(ratio(price, 2, 5)),
  };
};
