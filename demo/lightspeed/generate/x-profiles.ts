import { newZealandTaxes } from '../world/hand-x.ts';
import type { Account, Taxes } from '../world/types.ts';
import { outletUuid } from '../world/uuid.ts';
import { xSeriesMix } from './kinds.ts';
import type { Profile, ShopProfile } from './profile.ts';
import { type Span, shop } from './profiles.ts';

const london = 'Europe/London';
const auckland = 'Pacific/Auckland';

/** 20 % in the price; books and cakes, the low class, are zero-rated. */
const british: Taxes = { inclusive: true, classes: { standard: [20_000, 0], low: [0, 0] } };

type Told = Pick<Account, 'accountID' | 'name' | 'currency' | 'symbol' | 'retailer'>;

const xAccount = (told: Told): Account => ({ decimals: 2, updateTimeKey: 'updatetime', ...told });

/** A chain in the United Kingdom: pounds, 20 % and zero VAT, three outlets in Europe/London. */
export const unitedKingdom = ({ seed = 4, keys = ['lsxs_pt_demo_uk'], ...span }: Span): Profile => {
  const outlet = (index: number, name: string, habits: Partial<ShopProfile> = {}) =>
    shop({ shopID: outletUuid(seed, index), name, timeZone: london, taxes: british, ...habits });
  return {
    seed,
    keys,
    mix: xSeriesMix,
    ...span,
    account: xAccount({
      accountID: 'marrow-and-page',
      name: 'Marrow & Page',
      currency: 'GBP',
      symbol: '£',
      retailer: { seed, domainPrefix: 'marrowandpage', country: 'GB', timeZone: london },
    }),
    shops: [
      outlet(1, 'London', { perDay: 75, closes: 20 }),
      outlet(2, 'Manchester', { perDay: 62 }),
      outlet(3, 'Edinburgh', { perDay: 55, closedOn: ['01-01', '01-02', '12-25'] }),
    ],
    price: (cents) => cents,
  };
};

/**
 * New Zealand dollars and GST, half a day ahead of UTC. Wellington does not tell its zone (the retailer's holds) and
 * Queenstown is a deleted outlet that still sells a little.
 */
export const newZealand = ({ seed = 5, keys = ['lsxs_pt_demo_nz'], ...span }: Span): Profile => {
  const outlet = (index: number, name: string, habits: Partial<ShopProfile> = {}) =>
    shop({ shopID: outletUuid(seed, index), name, timeZone: auckland, taxes: newZealandTaxes, ...habits });
  return {
    seed,
    keys,
    mix: xSeriesMix,
    ...span,
    account: xAccount({
      accountID: 'tui-and-tea',
      name: 'Tui & Tea',
      currency: 'NZD',
      symbol: '$',
      retailer: { seed, domainPrefix: 'tuiandtea', country: 'NZ', timeZone: auckland },
    }),
    shops: [
      outlet(1, 'Auckland', { perDay: 70 }),
      outlet(2, 'Wellington', { perDay: 58, hidesTimeZone: true }),
      outlet(3, 'Waitangi', { perDay: 20, timeZone: 'Pacific/Chatham' }),
      outlet(4, 'Queenstown', { perDay: 4, archived: true }),
    ],
    price: (cents) => Math.round((cents * 1.8) / 10) * 10,
  };
};
