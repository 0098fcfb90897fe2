import { saleLineID, saleOfLine } from '../world/lines.ts';
import type { Line, Payment, PaymentKind, SaleView, TaxClass } from '../world/types.ts';
import { numberOf, uuidOf } from '../world/uuid.ts';
import type { World } from '../world/world.ts';
import { retailerOf } from './retailer.ts';

const paymentTypes: Record<PaymentKind, { id: string; name: string }> = {
  cash: { id: '1', name: 'Cash' },
  'credit card': { id: '3', name: 'Credit Card' },
  'gift card': { id: '107', name: 'Gift Card' },
};

const taxNumber: Record<TaxClass, number> = { standard: 1, low: 2 };

/** Every id in a retailer's bodies. */
export const idsOf = (world: World) => {
  const { seed } = retailerOf(world);
  return {
    sale: (saleID: number) => uuidOf(seed, 'sale', saleID),
    /** The number of a sale, or undefined when the id is none of this retailer's. */
    saleID: (uuid: string) => numberOf(seed, 'sale', uuid),
    line: (sale: SaleView, index: number) => uuidOf(seed, 'line', saleLineID(sale.sale.saleID, index)),
    payment: (sale: SaleView, index: number) => uuidOf(seed, 'payment', saleLineID(sale.sale.saleID, index)),
    paymentType: ({ kind }: Payment) => ({
      ...paymentTypes[kind],
      configID: uuidOf(seed, 'paymentType', Number(paymentTypes[kind].id)),
    }),
    register: ({ sale }: SaleView) => {
      const outlet = world.shops.findIndex((shop) => shop.shopID === sale.shopID);
      return uuidOf(seed, 'register', outlet * 1000 + sale.registerID);
    },
    user: ({ sale }: SaleView) => uuidOf(seed, 'user', sale.employeeID),
    /** The customer nobody asked for a name. */
    walkIn: uuidOf(seed, 'customer', 0),
    product: ({ itemID }: Line) => uuidOf(seed, 'product', itemID + 1),
    tax: (taxClass: TaxClass) => uuidOf(seed, 'tax', taxNumber[taxClass]),
    taxRate: (taxClass: TaxClass) => uuidOf(seed, 'taxRate', taxNumber[taxClass]),
  };
};

/** The number of the sale that this one takes back, or undefined. */
export const takenBack = ({ lines }: SaleView): number | undefined => {
  return lines.map((line) => saleOfLine(line.parentSaleLineID)).find((saleID) => saleID > 0);
};
