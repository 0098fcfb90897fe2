import { randomOf } from '../generate/random.ts';
import type { SaleView, TaxClass } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { amount } from './amounts.ts';
import { idsOf } from './ids.ts';
import { stateOf } from './state.ts';

/** What the two shapes of a sale word alike. */

export const lineStatus = (sale: SaleView): string => {
  const state = stateOf(sale);
  if (state === 'voided') return 'VOIDED';
  return state === 'parked' ? 'SAVED' : 'CONFIRMED';
};

/** Six letters and digits on the receipt. */
export const shortCode = ({ sale }: SaleView): string =>
  randomOf(sale.saleID)
    .whole(36 ** 5, 36 ** 6 - 1)
    .toString(36);

/** Tax by rate. Tax 1 stands for the standard rate, tax 2 for the low one; a sale without any tells one of 0. */
export const taxesOf = ({ amounts }: SaleView, world: World): { id: string; tax: number }[] => {
  const ids = idsOf(world);
  const entry = (taxClass: TaxClass, units: number) => ({
    id: ids.taxRate(taxClass),
    tax: amount(world, units),
  });
  const low = amounts.tax2 === 0 ? [] : [entry('low', amounts.tax2)];
  return [entry('standard', amounts.tax1), ...low];
};

type Adjustment = { kind: string; name: string; value: number };

/** The fee is inside the total price (documented); a tip is not (invented). */
export const adjustmentsOf = (sale: SaleView, world: World): Adjustment[] => {
  const tip = sale.payments.reduce((all, payment) => all + payment.tip, 0);
  const all: Adjustment[] = [
    { kind: 'NON_CASH_FEE', name: 'Non-cash Fee', value: amount(world, sale.fee) },
    { kind: 'TIP', name: 'Tip', value: amount(world, tip) },
  ];
  return all.filter(({ value }) => value !== 0);
};
