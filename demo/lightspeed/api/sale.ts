import { decimalText } from '../world/money.ts';
import { WHOLE } from '../world/tax.ts';
import type { Amounts, Payment, SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Entity, type Field, type Json, plainBody, timeText } from './entity.ts';
import { lineRelation, paymentRelation, shopRelation, taxCategoryRelation } from './sale-relations.ts';

type Get = (sale: SaleView, world: World) => string | undefined;

const field =
  (type: Field<SaleView>['type']) =>
  (name: string, get: Get): Field<SaleView> => ({ name, type, get });
const number = field('number');
const boolean = field('boolean');
const time = field('time');
const text = field('text');

/** An amount of minor units, as text without trailing zeros. */
const money = (name: string, units: (sale: SaleView) => number) =>
  number(name, (sale, world) => decimalText(units(sale), world.account.decimals));

const amount = (name: string, key: keyof Amounts) => money(name, (sale) => sale.amounts[key]);
const fixed = (name: string, value: string) => number(name, () => value);

const sum = (sale: SaleView, units: (payment: Payment) => number): number =>
  sale.payments.reduce((all, payment) => all + units(payment), 0);

const paid = (sale: SaleView) => sum(sale, (payment) => payment.amount);
const onGiftCard = (payment: Payment) => (payment.kind === 'gift card' ? payment.amount : 0);
const tax = ({ amounts }: SaleView) => amounts.tax1 + amounts.tax2;
const afterDiscount = ({ amounts }: SaleView) => amounts.subtotal - amounts.discount;
/** Invented: goods cost two fifths of their price. */
const cost = (sale: SaleView) => Math.round(afterDiscount(sale) * 0.4);

const rate = (index: 0 | 1) => (sale: SaleView, world: World) => {
  const { classes } = world.shop(sale.sale.shopID).taxes;
  return decimalText(Math.max(classes.standard[index], classes.low[index]), String(WHOLE).length - 1);
};

/** Legacy: last modified while open; once complete, the completion. Invented: a void leaves it there. */
const timeStamp = (sale: SaleView) => timeText(sale.completeTime ?? sale.updateTime);
const completeTime: Get = (sale) =>
  sale.completed && sale.completeTime !== null ? timeText(sale.completeTime) : undefined;

const fields: readonly Field<SaleView>[] = [
  number('saleID', ({ sale }) => String(sale.saleID)),
  time('timeStamp', timeStamp),
  fixed('discountPercent', '0'),
  boolean('completed', (sale) => String(sale.completed)),
  boolean('archived', (sale) => String(sale.archived)),
  boolean('voided', (sale) => String(sale.voided)),
  boolean('enablePromotions', () => 'true'),
  boolean('isTaxInclusive', ({ sale }, world) => String(world.shop(sale.shopID).taxes.inclusive)),
  time('createTime', ({ sale }) => timeText(sale.createTime)),
  time('updatetime', (sale) => timeText(sale.updateTime)),
  time('completeTime', completeTime),
  text('referenceNumber', () => ''),
  text('referenceNumberSource', () => ''),
  number('tax1Rate', rate(0)),
  number('tax2Rate', rate(1)),
  money('change', (sale) => sale.change),
  boolean('tipEnabled', () => 'true'),
  text('receiptPreference', () => 'printed'),
  money('displayableSubtotal', afterDiscount),
  text('ticketNumber', ({ sale }) => `22${String(sale.saleID).padStart(10, '0')}`),
  amount('calcDiscount', 'discount'),
  amount('calcTotal', 'total'),
  amount('calcSubtotal', 'subtotal'),
  money('calcTaxable', (sale) => (tax(sale) === 0 ? 0 : sale.amounts.subtotal)),
  money('calcNonTaxable', (sale) => (tax(sale) === 0 ? sale.amounts.subtotal : 0)),
  money('calcAvgCost', cost),
  money('calcFIFOCost', cost),
  amount('calcTax1', 'tax1'),
  amount('calcTax2', 'tax2'),
  money('calcPayments', paid),
  money('calcTips', (sale) => sum(sale, (payment) => payment.tip)),
  amount('total', 'total'),
  money('totalDue', (sale) => sale.amounts.total - sum(sale, onGiftCard)),
  money('displayableTotal', (sale) => sale.amounts.total - sum(sale, (one) => Math.min(0, onGiftCard(one)))),
  money('balance', (sale) => sale.amounts.total - paid(sale)),
  fixed('customerID', '0'),
  fixed('discountID', '0'),
  number('employeeID', ({ sale }) => String(sale.employeeID)),
  number('tipEmployeeID', ({ sale }) => String(sale.employeeID)),
  fixed('quoteID', '0'),
  number('registerID', ({ sale }) => String(sale.registerID)),
  fixed('shipToID', '0'),
  number('shopID', ({ sale }) => sale.shopID),
  fixed('taxCategoryID', '1'),
];

const taxTotal = money('taxTotal', tax);

/** Loaded relations stand before taxTotal, as in the recorded bodies; updatetime is spelled the account's way. */
const body = (sale: SaleView, world: World, loaded: Json): Json => {
  const whole: Json = {
    ...plainBody(fields, sale, world),
    ...loaded,
    taxTotal: taxTotal.get(sale, world),
    ...sale.raw,
  };
  const spelled = (key: string) => (key === 'updatetime' ? world.account.updateTimeKey : key);
  const present = Object.entries(whole).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([key, value]) => [spelled(key), value]));
};

export const saleEntity: Entity<SaleView> = {
  name: 'Sale',
  id: ({ sale }) => sale.saleID,
  archived: (sale) => sale.archived,
  fields: [...fields, taxTotal],
  sortable: ['saleID', 'timeStamp', 'completeTime', 'updatetime'],
  relations: {
    TaxCategory: taxCategoryRelation,
    Shop: shopRelation,
    SaleLines: lineRelation,
    SalePayments: paymentRelation,
  },
  body,
};
