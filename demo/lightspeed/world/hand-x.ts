import { worldOf } from './hand.ts';
import type { Retailer, Taxes } from './types.ts';
import type { World } from './world.ts';

/** New Zealand's GST: 15 % in every price, the only tax. */
export const newZealandTaxes: Taxes = {
  inclusive: true,
  classes: { standard: [15_000, 0], low: [15_000, 0] },
};

type HandWorld = Parameters<typeof worldOf>[0];

/**
 * A tiny X-Series world set by hand: New Zealand dollars and GST, the domain prefix 'demo', the personal token
 * 'lsxs_pt_hand', unless told otherwise. An outlet's id is its `shopID`: give it a UUID.
 */
export const xWorldOf = ({
  retailer,
  account,
  shops,
  keys = ['lsxs_pt_hand'],
  ...rest
}: HandWorld & { retailer?: Partial<Retailer> }): World =>
  worldOf({
    ...rest,
    keys,
    account: {
      name: 'Hand-made outlets',
      currency: 'NZD',
      symbol: '$',
      ...account,
      retailer: { seed: 1, domainPrefix: 'demo', country: 'NZ', timeZone: 'Pacific/Auckland', ...retailer },
    },
    shops: shops.map((shop) => ({ taxes: newZealandTaxes, ...shop })),
  });
