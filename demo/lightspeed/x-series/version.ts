import type { SaleView, Shop } from '../world/types.ts';
import type { World } from '../world/world.ts';

const EPOCH = Date.UTC(2010, 0, 1);
const IN_A_MILLISECOND = 10_000;
const HALF = IN_A_MILLISECOND / 2;

/**
 * The version of a sale: rises at each change over the whole account, as documented. Invented: it is made from the
 * instant of the change instead of a counter, so that no counter has to run over all sales; changes made by hand come
 * after those that a sale brought along in the same millisecond. A change planned for the past is below the newest.
 */
export const saleVersion = ({ sale, updateTime, updateOrder }: SaleView): number => {
  const place = updateOrder === 0 ? sale.saleID % HALF : HALF + (updateOrder % HALF);
  return Math.max(0, updateTime - EPOCH) * IN_A_MILLISECOND + place;
};

/** The earliest instant, in epoch milliseconds, at which a sale can have got a version above this one. */
export const instantOf = (version: number): number => Math.floor(version / IN_A_MILLISECOND) + EPOCH;

export const outletVersion = (world: World, shop: Shop): number =>
  Math.max(0, shop.timeStamp - EPOCH) * IN_A_MILLISECOND + world.shops.indexOf(shop) + 1;
