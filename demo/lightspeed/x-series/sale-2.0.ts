import { timeText } from '../api/entity.ts';
import type { Line, SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { amount, lineAmounts, priceOf, taxOf } from './amounts.ts';
import { idsOf, takenBack } from './ids.ts';
import { adjustmentsOf, lineStatus, shortCode, taxesOf } from './parts.ts';
import { saleDate, stateOf, statusOf } from './state.ts';
import { saleVersion } from './version.ts';

const lineBody = (line: Line, index: number, sale: SaleView, world: World) => {
  const ids = idsOf(world);
  const { price, discount, tax, cost } = lineAmounts(line, sale, world);
  return {
    id: ids.line(sale, index),
    product_id: ids.product(line),
    tax_id: ids.tax(line.taxClass),
    discount_total: discount.total,
    discount: discount.unit,
    price_total: price.total,
    price: price.unit,
    cost_total: cost.total,
    cost: cost.unit,
    tax_total: tax.total,
    tax: tax.unit,
    quantity: line.quantity,
    loyalty_value: 0,
    price_set: false,
    status: lineStatus(sale),
    sequence: index,
    tax_components: [{ rate_id: ids.taxRate(line.taxClass), total_tax: tax.total }],
    unit_cost: cost.unit,
    unit_discount: discount.unit,
    unit_loyalty_value: 0,
    unit_price: price.unit,
    unit_tax: tax.unit,
    total_cost: cost.total,
    total_discount: discount.total,
    total_loyalty_value: 0,
    total_price: price.total,
    total_tax: tax.total,
    is_return: line.parentSaleLineID > 0,
  };
};

const paymentsOf = (sale: SaleView, world: World) => {
  const ids = idsOf(world);
  return sale.payments.map((payment, index) => {
    const type = ids.paymentType(payment);
    return {
      id: ids.payment(sale, index),
      register_id: ids.register(sale),
      outlet_id: sale.sale.shopID,
      retailer_payment_type_id: type.configID,
      payment_type_id: type.id,
      name: type.name,
      amount: amount(world, payment.amount + payment.tip),
      payment_date: timeText(payment.at),
      external_attributes: [],
    };
  });
};

/** A sale as API 2.0 tells it: flat, without tax, numbers as numbers. */
export const sale20 = (sale: SaleView, world: World) => {
  const ids = idsOf(world);
  const original = takenBack(sale);
  return {
    id: ids.sale(sale.sale.saleID),
    outlet_id: sale.sale.shopID,
    register_id: ids.register(sale),
    user_id: ids.user(sale),
    customer_id: ids.walkIn,
    invoice_number: String(sale.sale.saleID),
    source: 'USER',
    source_id: null,
    status: statusOf(sale),
    state: stateOf(sale),
    attributes: sale.attributes,
    note: '',
    short_code: shortCode(sale),
    ...(original === undefined ? {} : { return_for: ids.sale(original) }),
    total_price: amount(world, priceOf(sale)),
    total_tax: amount(world, taxOf(sale)),
    total_loyalty: 0,
    created_at: timeText(sale.sale.createTime),
    updated_at: timeText(sale.updateTime),
    sale_date: timeText(saleDate(sale)),
    ...(sale.archived ? { deleted_at: timeText(sale.updateTime) } : {}),
    line_items: sale.lines.map((line, index) => lineBody(line, index, sale, world)),
    payments: paymentsOf(sale, world),
    version: saleVersion(sale),
    receipt_number: String(sale.sale.saleID),
    adjustments: adjustmentsOf(sale, world).map(({ kind, name, value }) => ({ type: kind, name, value })),
    taxes: taxesOf(sale, world).map(({ id, tax }) => ({ amount: tax, id })),
    ...sale.raw,
  };
};
