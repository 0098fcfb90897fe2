import { dutchTaxes } from '../world/hand.ts';
import type { Account, Taxes } from '../world/types.ts';
import { rSeriesMix } from './kinds.ts';
import type { Profile, ShopProfile } from './profile.ts';

export type Span = { seed?: number; from: string; to: string; keys?: readonly string[] };

type Habits = Pick<ShopProfile, 'shopID' | 'name' | 'timeZone' | 'taxes'> & Partial<ShopProfile>;

/** Quiet Monday, late shopping on Thursday and Friday, full on Saturday. Sunday first. */
const dutchWeek = [0.75, 0.8, 0.85, 0.9, 1, 1.1, 1.3];

export const shop = (habits: Habits): ShopProfile => ({
  archived: false,
  timeStamp: Date.parse('2021-03-03T15:53:45Z'),
  registers: 2,
  perDay: 70,
  opens: 9,
  closes: 19,
  weekday: dutchWeek,
  closedOn: ['01-01', '12-25'],
  ...habits,
});

const account = (given: Partial<Account> & Pick<Account, 'accountID' | 'name'>): Account => ({
  currency: 'EUR',
  symbol: '€',
  decimals: 2,
  updateTimeKey: 'updatetime',
  ...given,
});

/** A small chain in the Netherlands: euros, 21 % and 9 % VAT, three shops in Europe/Amsterdam. */
export const netherlands = ({ seed = 1, keys = ['demo-key-nl'], ...span }: Span): Profile => {
  const place = { timeZone: 'Europe/Amsterdam', taxes: dutchTaxes };
  return {
    seed,
    keys,
    mix: rSeriesMix,
    ...span,
    account: account({ accountID: '83050', name: 'Blad & Boon' }),
    shops: [
      shop({ ...place, shopID: '1', name: 'Amsterdam', perDay: 72 }),
      shop({ ...place, shopID: '2', name: 'Rotterdam', perDay: 66 }),
      shop({ ...place, shopID: '3', name: 'Utrecht', perDay: 60, closes: 18 }),
    ],
    price: (cents) => cents,
  };
};

/** On top of the price; goods of the low class (books) pay the federal 5 % only. */
const salesTax = (tax1: number, tax2 = 0): Taxes => ({
  inclusive: false,
  classes: { standard: [tax1, tax2], low: [5_000, 0] },
});

/** Canadian dollars over four and a half hours of clocks; Vancouver is open until two at night. */
export const canada = ({ seed = 2, keys = ['demo-key-ca'], ...span }: Span): Profile => ({
  seed,
  keys,
  mix: rSeriesMix,
  ...span,
  account: account({
    accountID: '170236',
    name: 'Maple Books',
    currency: 'CAD',
    symbol: '$',
    updateTimeKey: 'updateTime',
  }),
  shops: [
    shop({ shopID: '1', name: 'Toronto', timeZone: 'America/Toronto', taxes: salesTax(13_000), closes: 21 }),
    shop({
      shopID: '2',
      name: 'Vancouver',
      timeZone: 'America/Vancouver',
      taxes: salesTax(5_000, 7_000),
      opens: 11,
      closes: 26,
    }),
    shop({ shopID: '3', name: "St. John's", timeZone: 'America/St_Johns', taxes: salesTax(15_000) }),
  ],
  price: (cents) => cents,
});

/** Yen have no decimals; 10 % and 8 % consumption tax are in the price. */
export const japan = ({ seed = 3, keys = ['demo-key-jp'], ...span }: Span): Profile => {
  const taxes: Taxes = { inclusive: true, classes: { standard: [10_000, 0], low: [0, 8_000] } };
  const place = { timeZone: 'Asia/Tokyo', taxes };
  return {
    seed,
    keys,
    mix: rSeriesMix,
    ...span,
    account: account({ accountID: '257820', name: 'Kissa Hon', currency: 'JPY', symbol: '¥', decimals: 0 }),
    shops: [
      shop({ ...place, shopID: '1', name: 'Shibuya', perDay: 75, closes: 22 }),
      shop({ ...place, shopID: '2', name: 'Kyoto', perDay: 60 }),
    ],
    // About 160 yen to the euro, to the next ten yen; a 5 euro note becomes an 800 yen step of change.
    price: (cents) => Math.round((cents * 1.6) / 10) * 10,
  };
};
