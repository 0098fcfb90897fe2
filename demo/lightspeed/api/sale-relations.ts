import { saleLineID } from '../world/lines.ts';
import { decimalText, ratio } from '../world/money.ts';
import { WHOLE } from '../world/tax.ts';
import type { Line, Payment, PaymentKind, SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { collection, type Json, type Relation, timeText } from './entity.ts';
import { shopBody, taxCategory } from './shop.ts';

const RATE_DIGITS = String(WHOLE).length - 1;

/** Net amount and the two taxes of a line in hundred-thousandths of a minor unit: lines are not rounded. */
const unrounded = (line: Line, sale: SaleView, world: World) => {
  const { taxes } = world.shop(sale.sale.shopID);
  const [rate1, rate2] = taxes.classes[line.taxClass];
  const paid = line.quantity * line.unitPrice - line.discount;
  const net = taxes.inclusive ? ratio(paid * WHOLE, WHOLE, WHOLE + rate1 + rate2) : paid * WHOLE;
  return { rate1, rate2, net, tax1: ratio(net, rate1, WHOLE), tax2: ratio(net, rate2, WHOLE) };
};

const lineBody = (line: Line, index: number, sale: SaleView, world: World): Json => {
  const { decimals } = world.account;
  const exact = unrounded(line, sale, world);
  const fine = (units: number) => decimalText(units, decimals + RATE_DIGITS);
  const money = (units: number) => decimalText(units, decimals);
  const cost = money(Math.round(line.unitPrice * 0.4));
  return {
    saleLineID: String(saleLineID(sale.sale.saleID, index)),
    createTime: timeText(sale.sale.createTime),
    timeStamp: timeText(sale.updateTime),
    unitQuantity: String(line.quantity),
    unitPrice: money(line.unitPrice),
    normalUnitPrice: '0',
    discountAmount: money(line.discount),
    discountPercent: '0',
    avgCost: cost,
    fifoCost: cost,
    tax: String(exact.rate1 + exact.rate2 > 0),
    tax1Rate: decimalText(exact.rate1, RATE_DIGITS),
    tax2Rate: decimalText(exact.rate2, RATE_DIGITS),
    isLayaway: 'false',
    isWorkorder: 'false',
    isSpecialOrder: 'false',
    displayableSubtotal: money(line.quantity * line.unitPrice - line.discount),
    displayableUnitPrice: money(line.unitPrice),
    calcLineDiscount: money(line.discount),
    calcTransactionDiscount: '0',
    calcTotal: fine(exact.net + exact.tax1 + exact.tax2),
    calcSubtotal: fine(exact.net),
    calcTax1: fine(exact.tax1),
    calcTax2: fine(exact.tax2),
    taxClassID: line.taxClass === 'standard' ? '6' : '4',
    customerID: '0',
    discountID: '0',
    employeeID: String(sale.sale.employeeID),
    itemID: String(line.itemID),
    noteID: '0',
    parentSaleLineID: String(line.parentSaleLineID),
    shopID: sale.sale.shopID,
    saleID: String(sale.sale.saleID),
  };
};

const types: Record<PaymentKind, { id: string; name: string }> = {
  cash: { id: '1', name: 'Cash' },
  'credit card': { id: '3', name: 'Credit Card' },
  'gift card': { id: '5', name: 'Gift Card' },
};

const paymentType = (kind: PaymentKind): Json => ({
  paymentTypeID: types[kind].id,
  name: types[kind].name,
  requireCustomer: 'false',
  archived: 'false',
  internalReserved: 'true',
  type: kind,
  refundAsPaymentTypeID: kind === 'gift card' ? '5' : '0',
});

const paymentBody = (payment: Payment, index: number, sale: SaleView, world: World, deep: boolean): Json => {
  const { decimals } = world.account;
  return {
    salePaymentID: String(saleLineID(sale.sale.saleID, index)),
    amount: decimalText(payment.amount + payment.tip, decimals),
    tipAmount: decimalText(payment.tip, decimals),
    createTime: timeText(payment.at),
    archived: 'false',
    remoteReference: '',
    paymentID: '',
    saleID: String(sale.sale.saleID),
    paymentTypeID: types[payment.kind].id,
    ccChargeID: '0',
    refPaymentID: '0',
    registerID: String(sale.sale.registerID),
    employeeID: String(sale.sale.employeeID),
    creditAccountID: payment.kind === 'gift card' ? '9' : '0',
    ...(deep ? { PaymentType: paymentType(payment.kind) } : {}),
  };
};

/** No lines, no key: undefined takes it out of the body. */
const nested = (key: string, rows: readonly Json[]) =>
  rows.length === 0 ? undefined : collection(key, rows);

export const lineRelation: Relation<SaleView> = {
  many: true,
  load: (sale, world) =>
    nested(
      'SaleLine',
      sale.lines.map((line, index) => lineBody(line, index, sale, world)),
    ),
};

export const paymentRelation: Relation<SaleView> = {
  many: true,
  load: (sale, world, deep) =>
    nested(
      'SalePayment',
      sale.payments.map((payment, index) => paymentBody(payment, index, sale, world, deep)),
    ),
};

export const shopRelation: Relation<SaleView> = {
  many: false,
  load: ({ sale }, world) => shopBody(world.shop(sale.shopID), world),
};

export const taxCategoryRelation: Relation<SaleView> = {
  many: false,
  load: ({ sale }, world) => taxCategory(world.shop(sale.shopID)),
};
