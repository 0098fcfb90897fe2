import { timeText } from '../api/entity.ts';
import type { Line, SaleView } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { amount, lineAmounts, priceOf, taxOf } from './amounts.ts';
import { idsOf, takenBack } from './ids.ts';
import { adjustmentsOf, lineStatus, shortCode, taxesOf } from './parts.ts';
import { saleDate, stateOf } from './state.ts';
import { saleVersion } from './version.ts';

const lineBody = (line: Line, index: number, sale: SaleView, world: World) => {
  const ids = idsOf(world);
  const { price, discount, tax, cost } = lineAmounts(line, sale, world);
  return {
    id: ids.line(sale, index),
    status: lineStatus(sale),
    quantity: line.quantity,
    product: { id: ids.product(line) },
    pricing: {
      price: price.unit,
      total: price.total,
      discount: discount.unit,
      discount_total: discount.total,
      cost: cost.unit,
      cost_total: cost.total,
      loyalty_amount: 0,
      loyalty_amount_total: 0,
    },
    tax: { id: ids.tax(line.taxClass), amount: tax.unit, total: tax.total },
    return: { is_return: line.parentSaleLineID > 0 },
    source: { register_id: ids.register(sale) },
    promotions: [],
    surcharges: [],
    _metadata: {
      sequence: index,
      is_price_override: false,
      tax_components: [{ rate_id: ids.taxRate(line.taxClass), total_tax: tax.total }],
    },
  };
};

const paymentsOf = (sale: SaleView, world: World) => {
  const ids = idsOf(world);
  return sale.payments.map((payment, index) => {
    const type = ids.paymentType(payment);
    return {
      id: ids.payment(sale, index),
      amount: amount(world, payment.amount + payment.tip),
      date: timeText(payment.at),
      type: { config_id: type.configID, id: type.id, name: type.name },
      source: { outlet_id: sale.sale.shopID, register_id: ids.register(sale) },
      external_attributes: [],
      external_applications: [],
    };
  });
};

/** Left out: which sales take this one back; only those know. */
const returnOf = (sale: SaleView, world: World) => {
  const original = takenBack(sale);
  if (original === undefined) return { is_return: false, return_sale_ids: [] };
  return { is_return: true, original_sale_id: idsOf(world).sale(original), return_sale_ids: [] };
};

/** A sale as the date versions tell it: nested, with the total including tax. */
export const saleDated = (sale: SaleView, world: World) => {
  const ids = idsOf(world);
  return {
    id: ids.sale(sale.sale.saleID),
    state: stateOf(sale),
    attributes: sale.attributes,
    date: timeText(saleDate(sale)),
    created_at: timeText(sale.sale.createTime),
    updated_at: timeText(sale.updateTime),
    deleted_at: sale.archived ? timeText(sale.updateTime) : null,
    invoice_number: String(sale.sale.saleID),
    receipt_number: String(sale.sale.saleID),
    note: '',
    short_code: shortCode(sale),
    customer_id: ids.walkIn,
    source: {
      author: { id: ids.user(sale) },
      outlet_id: sale.sale.shopID,
      register_id: ids.register(sale),
      type: 'USER',
    },
    totals: {
      price: amount(world, priceOf(sale)),
      tax: amount(world, taxOf(sale)),
      price_incl_tax: amount(world, sale.amounts.total),
      surcharge: 0,
      loyalty: 0,
    },
    line_items: sale.lines.map((line, index) => lineBody(line, index, sale, world)),
    payments: paymentsOf(sale, world),
    taxes: taxesOf(sale, world),
    adjustments: adjustmentsOf(sale, world).map(({ kind, name, value }) => ({
      adjustment_type: kind,
      name,
      total: value,
    })),
    ecom_custom_charges: [],
    external_applications: [],
    return: returnOf(sale, world),
    _metadata: { version: saleVersion(sale) },
    ...sale.raw,
  };
};
