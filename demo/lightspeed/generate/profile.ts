import type { Account, Shop } from '../world/types.ts';
import type { Mix } from './kinds.ts';

/** A shop and the habits of its customers. */
export type ShopProfile = Shop & {
  /** Sales on an ordinary day; weekday and season move it. */
  perDay: number;
  /** Hours of the local clock; a closing hour above 24 is after midnight. */
  opens: number;
  closes: number;
  /** Sunday first, as Date counts; 0 is closed. */
  weekday: readonly number[];
  /** 'MM-DD' days on which nothing is sold. */
  closedOn: readonly string[];
};

export type Profile = {
  seed: number;
  /** First and last day, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
  account: Account;
  shops: readonly ShopProfile[];
  /** The price of an item in minor units of the account's currency, from its price in euro cents. */
  price: (cents: number) => number;
  keys: readonly string[];
  /** How often what happens. */
  mix: Mix;
};

/** Spring and December are busy, February and August are not; by month, January first. */
const season = [0.92, 0.9, 0.96, 1.02, 1.05, 1, 0.97, 0.92, 1, 1, 1.05, 1.15];

/** The sales a shop makes on a day, before chance has its say. */
export const usualCount = (shop: ShopProfile, date: Temporal.PlainDate): number => {
  if (shop.closedOn.includes(date.toString().slice(5))) return 0;
  const weekday = shop.weekday[date.dayOfWeek % 7] ?? 1;
  return shop.perDay * weekday * (season[date.month - 1] ?? 1);
};
