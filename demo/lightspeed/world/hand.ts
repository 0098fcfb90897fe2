import { paidInFull } from './lines.ts';
import { plainSale } from './tax.ts';
import type { Account, Sale, SaleState, Shop, Taxes } from './types.ts';
import { type NewShop, World } from './world.ts';

/** Dutch VAT, prices with tax: 21 % is tax 1 of standard goods, 9 % is tax 2 of the low class (invented). */
export const dutchTaxes: Taxes = { inclusive: true, classes: { standard: [21_000, 0], low: [0, 9_000] } };

type HandSale = Partial<SaleState> & {
  /** Counted up from 1 when absent. */
  saleID?: number;
  /** The first shop when absent. */
  shopID?: string;
  /** When it was completed (or, for an open sale, made): ISO 8601 with an offset. */
  at: string;
  /** When it was rung up; `at` when absent. */
  createTime?: string;
  /** Minor units with tax; and the tax in it, the shop's standard rate when absent. */
  gross: number;
  tax?: number;
  /** What happens to it later. */
  later?: readonly { at: string; patch: Partial<SaleState> }[];
};

type HandWorld = {
  account?: Partial<Account>;
  shops: readonly NewShop[];
  sales?: readonly HandSale[];
  keys?: readonly string[];
};

const euroAccount: Account = {
  accountID: '83050',
  name: 'Hand-made shops',
  currency: 'EUR',
  symbol: '€',
  decimals: 2,
  updateTimeKey: 'updatetime',
};

const fullShop = (shop: NewShop): Shop => ({
  archived: false,
  timeStamp: 0,
  registers: 1,
  taxes: dutchTaxes,
  ...shop,
});

const saleOf = (hand: HandSale, saleID: number, shop: Shop): Sale => {
  const { saleID: _id, shopID: _shop, at, createTime, gross, tax, later = [], ...state } = hand;
  const done = Date.parse(at);
  const made = createTime === undefined ? done : Date.parse(createTime);
  const completed = state.completed ?? true;
  const patch: Partial<SaleState> = {
    ...plainSale(gross, shop.taxes, tax),
    completed,
    completeTime: completed ? done : null,
    payments: completed ? paidInFull('credit card', gross, done) : [],
    ...state,
  };
  const asMade = { at: made, patch: { ...patch, completed: false, completeTime: null, payments: [] } };
  return {
    saleID,
    shopID: shop.shopID,
    registerID: 1,
    employeeID: 1,
    createTime: made,
    history: [
      ...(made < done ? [asMade] : []),
      { at: done, patch },
      ...later.map((change) => ({ at: Date.parse(change.at), patch: change.patch })),
    ].sort((one, other) => one.at - other.at),
  };
};

/** A tiny world set by hand, for tests. One key, 'key-1', unless told otherwise. */
export const worldOf = ({ account, shops, sales = [], keys = ['key-1'] }: HandWorld): World => {
  const full = shops.map(fullShop);
  const made: Sale[] = [];
  for (const hand of sales) {
    const shop = full.find((one) => one.shopID === (hand.shopID ?? full[0]?.shopID));
    if (shop === undefined) throw new Error(`A sale names the unknown shop ${hand.shopID}.`);
    made.push(saleOf(hand, hand.saleID ?? (made.at(-1)?.saleID ?? 0) + 1, shop));
  }
  const source = {
    alive: () => made,
    byID: (saleID: number) => made.find((sale) => sale.saleID === saleID),
    nextID: Math.max(0, ...made.map((sale) => sale.saleID)) + 1,
  };
  return new World({ ...euroAccount, ...account }, full, source, keys);
};
