/**
 * What the stand-in keeps. In this folder money is whole minor units of the account's currency and a time is
 * epoch milliseconds; only the bodies (api/) speak in text, as Lightspeed does.
 */

export type TaxClass = 'standard' | 'low';

/** Rates in hundred-thousandths: 21 % is 21000, Quebec's 9.975 % is 9975. */
export type Taxes = {
  inclusive: boolean;
  /** The two taxes of each class of goods, as [tax 1, tax 2]. */
  classes: Record<TaxClass, readonly [number, number]>;
};

export type Account = {
  accountID: string;
  name: string;
  currency: string;
  symbol: string;
  /** Decimals of the currency: 0 (JPY), 2 (EUR) or 3 (KWD). */
  decimals: number;
  /** The documentation spells it both ways; an account sends one of them. */
  updateTimeKey: 'updatetime' | 'updateTime';
  /** What only the X-Series tells; an account without it cannot be shown there. */
  retailer?: Retailer;
};

/** An X-Series retailer, beyond what it shares with an R-Series account. */
export type Retailer = {
  /** Makes every UUID of the account. */
  seed: number;
  domainPrefix: string;
  /** Two letters. */
  country: string;
  /** Holds for the outlets whose own zone is not told. */
  timeZone: string;
};

export type Shop = {
  shopID: string;
  name: string;
  timeZone: string;
  archived: boolean;
  timeStamp: number;
  registers: number;
  taxes: Taxes;
  /** X-Series: the outlet's time_zone is null and `timeZone` is the retailer's. */
  hidesTimeZone?: boolean;
  /** X-Series: the outlet's own currency, with as many decimals as the account's; the account's when absent. */
  currency?: { code: string; symbol: string };
};

export type Line = {
  /** 0 is a miscellaneous line. */
  itemID: number;
  /** Negative in a refund. */
  quantity: number;
  /** With tax where the shop's prices are tax-inclusive. */
  unitPrice: number;
  /** Of the whole line, subtracted; same sign as the quantity. */
  discount: number;
  taxClass: TaxClass;
  parentSaleLineID: number;
};

export type PaymentKind = 'cash' | 'credit card' | 'gift card';

export type Payment = {
  kind: PaymentKind;
  /** Without the tip; the body adds it, as Lightspeed's amount includes it. */
  amount: number;
  tip: number;
  at: number;
};

/** total = subtotal - discount + tax1 + tax2, always exactly. */
export type Amounts = { subtotal: number; discount: number; tax1: number; tax2: number; total: number };

/** X-Series: what an open sale waits for, or a closed one went through. They combine. */
export type SaleAttribute = 'onaccount' | 'layby' | 'pickup' | 'delivery' | 'service';

export type SaleState = {
  completed: boolean;
  voided: boolean;
  archived: boolean;
  /** null while the sale is open. */
  completeTime: number | null;
  lines: readonly Line[];
  payments: readonly Payment[];
  change: number;
  amounts: Amounts;
  /** X-Series: an open sale waits for what its attributes say (pending) instead of being parked. */
  pending: boolean;
  attributes: readonly SaleAttribute[];
  /** X-Series: a NON_CASH_FEE, without tax; it is in the amounts and in no line. */
  fee: number;
  /** Keys put into the body as they are, for oddities; `undefined` takes the key away. */
  raw: Readonly<Record<string, unknown>>;
};

/** From `at` (included) on, the sale looks like this. */
export type Change = {
  at: number;
  patch: Partial<SaleState>;
  /** Counts the changes made by hand over the whole account; absent in those a sale came with. */
  order?: number;
};

export type Sale = {
  saleID: number;
  shopID: string;
  registerID: number;
  employeeID: number;
  createTime: number;
  /** In order of time; the first change is the making of the sale and is complete. */
  history: Change[];
};

/** A sale as it looked at one instant. */
export type SaleView = SaleState & {
  sale: Sale;
  updateTime: number;
  /** `order` of the last change, or 0. */
  updateOrder: number;
};
