import { ratio } from './money.ts';
import type { Amounts, Line, TaxClass, Taxes } from './types.ts';

/** Rates are counted in these. */
export const WHOLE = 100_000;

const taxClasses: readonly TaxClass[] = ['standard', 'low'];

/** The tax inside (tax-inclusive) or on top of an amount, split over the two taxes. */
const taxesOn = (amount: number, taxes: Taxes, taxClass: TaxClass): readonly [number, number] => {
  const [rate1, rate2] = taxes.classes[taxClass];
  if (!taxes.inclusive) return [ratio(amount, rate1, WHOLE), ratio(amount, rate2, WHOLE)];
  const both = rate1 + rate2;
  if (both === 0) return [0, 0];
  const tax = ratio(amount, both, WHOLE + both);
  const tax1 = ratio(tax, rate1, both);
  return [tax1, tax - tax1];
};

/**
 * The amounts of a sale, taxes rounded once a sale and class of goods.
 * Invented: in a tax-inclusive shop calcSubtotal and calcDiscount are without tax, which is what the documented
 * identity total = calcSubtotal - calcDiscount + taxes means when it holds there too.
 */
export const amountsOf = (lines: readonly Line[], taxes: Taxes): Amounts => {
  const sum: Amounts = { subtotal: 0, discount: 0, tax1: 0, tax2: 0, total: 0 };
  for (const taxClass of taxClasses) {
    const mine = lines.filter((line) => line.taxClass === taxClass);
    const discount = mine.reduce((all, line) => all + line.discount, 0);
    const paid = mine.reduce((all, line) => all + line.quantity * line.unitPrice, 0) - discount;
    const [tax1, tax2] = taxesOn(paid, taxes, taxClass);
    const [inDiscount1, inDiscount2] = taxes.inclusive ? taxesOn(discount, taxes, taxClass) : [0, 0];
    const net = taxes.inclusive ? paid - tax1 - tax2 : paid;
    const netDiscount = discount - inDiscount1 - inDiscount2;
    sum.subtotal += net + netDiscount;
    sum.discount += netDiscount;
    sum.tax1 += tax1;
    sum.tax2 += tax2;
    sum.total += net + tax1 + tax2;
  }
  return sum;
};

/** One miscellaneous line at the standard rate that comes to exactly `gross`, with tax. */
export const plainSale = (gross: number, taxes: Taxes, tax?: number): { lines: Line[]; amounts: Amounts } => {
  const [rate1, rate2] = taxes.classes.standard;
  const both = rate1 + rate2;
  const whole = tax ?? ratio(gross, both, WHOLE + both);
  const tax1 = tax !== undefined || both === 0 ? whole : ratio(whole, rate1, both);
  const net = gross - whole;
  const line: Line = {
    itemID: 0,
    quantity: gross < 0 ? -1 : 1,
    unitPrice: Math.abs(taxes.inclusive ? gross : net),
    discount: 0,
    taxClass: 'standard',
    parentSaleLineID: 0,
  };
  return { lines: [line], amounts: { subtotal: net, discount: 0, tax1, tax2: whole - tax1, total: gross } };
};
