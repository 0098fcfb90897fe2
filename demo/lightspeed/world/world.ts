import { minusAmounts, paidInFull, rungUpAt, turnedBack } from './lines.ts';
import { plainSale } from './tax.ts';
import type { Account, Change, Sale, SaleAttribute, SaleState, Shop } from './types.ts';
import { addChange, view } from './view.ts';

/** Where a world's sales come from: a list, or a generator that makes a day when it is asked for. */
export type SaleSource = {
  /** Every sale that can be made, changed or completed in the span, both ends included; may give more. */
  alive(span: Span): Iterable<Sale>;
  byID(saleID: number): Sale | undefined;
  /** The first number for sales that are rung up later. */
  nextID: number;
};

export type Span = { from: number; to: number };

export type RingUp = {
  /** Minor units, with tax; negative is money handed back. */
  gross: number;
  at: number;
  /** Minor units of tax inside the gross; the shop's standard rate when absent. */
  tax?: number;
  /** false leaves the sale open: no completeTime, nothing paid. */
  completed?: boolean;
  /** X-Series: an open sale with one of these is pending, without any it is parked. */
  attributes?: readonly SaleAttribute[];
};

export type Edit = Partial<Pick<SaleState, 'completeTime' | 'archived' | 'voided' | 'raw'>> & {
  gross?: number;
};

export type NewShop = Pick<Shop, 'shopID' | 'name' | 'timeZone'> & Partial<Shop>;

/** One Lightspeed account: its shops, its keys, its sales with their whole past and planned future. */
export class World {
  readonly account: Account;
  /** key -> whether it still opens the account. */
  readonly keys = new Map<string, 'good' | 'revoked'>();
  readonly shops: Shop[];
  readonly #source: SaleSource;
  /** Sales rung up or changed by hand: looked at whatever the span of time asked for. */
  readonly #touched = new Map<number, Sale>();
  #nextID: number;
  #changes = 0;

  constructor(account: Account, shops: readonly Shop[], source: SaleSource, keys: readonly string[]) {
    this.account = account;
    this.shops = shops.map((shop) => ({ ...shop }));
    this.#source = source;
    this.#nextID = source.nextID;
    for (const key of keys) this.keys.set(key, 'good');
  }

  /**
   * Every sale made by `at`, voided and archived ones too; with a span, at least those alive in it and all touched
   * by hand.
   */
  *sales(at: number, span: Span = { from: Number.NEGATIVE_INFINITY, to: at }): Generator<Sale> {
    for (const sale of this.#source.alive(span))
      if (sale.createTime <= at && !this.#touched.has(sale.saleID)) yield sale;
    for (const sale of this.#touched.values()) if (sale.createTime <= at) yield sale;
  }

  sale(saleID: number): Sale | undefined {
    return this.#touched.get(saleID) ?? this.#source.byID(saleID);
  }

  /** @throws when the account has no such shop. */
  shop(shopID: string): Shop {
    const found = this.shops.find((shop) => shop.shopID === shopID);
    if (found === undefined) throw new Error(`The stand-in's account has no shop ${shopID}.`);
    return found;
  }

  /** Rings up a sale in one instant and gives it back; the number is above all others. */
  ringUp(shopID: string, what: RingUp): Sale {
    const shop = this.shop(shopID);
    const goods = plainSale(what.gross, shop.taxes, what.tax);
    const { at, completed = true, attributes = [] } = what;
    const sale = rungUpAt(this.#place(shopID), at, goods);
    const open = { ...goods, completed, pending: attributes.length > 0 };
    if (!completed) sale.history = [{ at, patch: open }];
    addChange(sale, this.#numbered({ at, patch: { attributes } }));
    return this.#keep(sale);
  }

  /** The same sale becomes voided at `at`; before that instant it still shows as it was. */
  voidSale(saleID: number, at: number): void {
    this.#change(saleID, { at, patch: { voided: true } });
  }

  /** A new, negative sale of everything on `saleID`, completed at `at`. */
  refund(saleID: number, at: number): Sale {
    const seen = view(this.#known(saleID), at);
    if (seen === undefined)
      throw new Error(`Sale ${saleID} was not made yet at ${new Date(at).toISOString()}.`);
    const lines = turnedBack(seen.lines, saleID);
    const amounts = minusAmounts(seen.amounts);
    const refund = rungUpAt(this.#place(seen.sale.shopID), at, { lines, amounts });
    addChange(refund, this.#numbered({ at, patch: { fee: 0 - seen.fee } }));
    return this.#keep(refund);
  }

  /** Changes a sale from `at` on; a new gross gets one plain line and is paid in full. */
  edit(saleID: number, { gross, ...patch }: Edit, at: number): void {
    const shop = this.shop(this.#known(saleID).shopID);
    const goods = gross === undefined ? {} : { ...plainSale(gross, shop.taxes), fee: 0 };
    const paid = gross === undefined ? {} : { payments: paidInFull('credit card', gross, at) };
    this.#change(saleID, { at, patch: { ...goods, ...paid, ...patch } });
  }

  /**
   * Completes an open sale at `at` with a completeTime in the past (Lightspeed refuses one in the future).
   * An X-Series layby that is paid off keeps the day it began on: give its createTime.
   */
  completeLate(saleID: number, completeTime: number, at: number): void {
    if (completeTime > at) throw new Error('A completeTime cannot lie in the future.');
    const seen = view(this.#known(saleID), at);
    const payments = paidInFull('credit card', seen?.amounts.total ?? 0, at);
    this.#change(saleID, { at, patch: { completed: true, completeTime, payments } });
  }

  revokeKey(key: string): void {
    this.keys.set(key, 'revoked');
  }

  /** Adds a shop, at once; a generated world makes no sales for it. */
  addStore(shop: NewShop): Shop {
    const taxes = shop.taxes ?? this.shops[0]?.taxes;
    if (taxes === undefined) throw new Error('The first shop of an account must bring its taxes.');
    const added: Shop = { archived: false, timeStamp: 0, registers: 1, ...shop, taxes };
    this.shops.push(added);
    return added;
  }

  /** Archives the shop (X-Series: deletes the outlet) at once; with `at`, moves its timeStamp. */
  archiveStore(shopID: string, at?: number): void {
    const shop = this.shop(shopID);
    shop.archived = true;
    if (at !== undefined) shop.timeStamp = at;
  }

  rename(shopID: string, name: string): void {
    this.shop(shopID).name = name;
  }

  #place(shopID: string) {
    return { saleID: this.#nextID++, shopID, registerID: 1, employeeID: 1 };
  }

  #keep(sale: Sale): Sale {
    this.#touched.set(sale.saleID, sale);
    return sale;
  }

  #known(saleID: number): Sale {
    const sale = this.sale(saleID);
    if (sale === undefined) throw new Error(`The stand-in has no sale ${saleID}.`);
    return sale;
  }

  #change(saleID: number, change: Change): void {
    addChange(this.#keep(this.#known(saleID)), this.#numbered(change));
  }

  #numbered(change: Change): Change {
    this.#changes += 1;
    return { ...change, order: this.#changes };
  }
}
