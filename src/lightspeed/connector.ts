/**
 * What Daybook asks of a till, whatever its series. Both series answer in the same words:
 * stores, and sales reduced to what turnover needs.
 */
export interface Connector {
  /** The account behind the key. Throws a `LightspeedError`. */
  account(): Promise<Account>;

  /** Every store, archived ones too: a closed store may still receive corrections. */
  stores(): Promise<StoreOfAccount[]>;

  /**
   * The sales completed in a window, one page at a time; each sale once, in no promised order.
   * A sale that came twice, a page that cannot be read or a fault on the way throws a
   * `LightspeedError`: a stream that ends normally was complete.
   */
  sales(window: SalesWindow): AsyncIterable<Sale[]>;

  /**
   * The sales that were begun in a window and are still open: on no day yet, so in no turnover. Absent where the till
   * cannot tell. Throws a `LightspeedError`.
   */
  openSales?(window: SalesWindow): AsyncIterable<Sale[]>;
}

export interface Account {
  id: string;
  name: string;
  /** ISO 4217, upper case. */
  currency: string;
}

export interface StoreOfAccount {
  id: string;
  name: string;
  /** An IANA zone (old names like `US/Pacific` included), or null where the account gives none that exists. */
  zone: string | null;
  /** ISO 4217, where the store has one of its own (X-Series); else it is the account's. */
  currency?: string;
  archived: boolean;
}

export interface SalesWindow {
  /** Epoch milliseconds, included. */
  start: number;
  /** Epoch milliseconds, excluded. */
  end: number;
  /** ISO 4217: decides how many decimals a minor unit has. */
  currency: string;
  /** Only these stores; every store when absent. */
  storeIds?: readonly string[];
}

export interface Sale {
  id: string;
  storeId: string;
  /** Epoch milliseconds of its completion; null while open. */
  completedAt: number | null;
  /** Including tax, minor units; negative for a refund. */
  gross: number;
  /** Minor units; net = gross - tax. */
  tax: number;
  /** Whether it counts as turnover on the day of its completion, and why not. */
  standing: SaleStanding;
  /** Changes whenever the sale does: the time of its last update, as the API wrote it. */
  version: string;
}

export type SaleStanding = 'counts' | 'open' | 'voided' | 'archived';
