import type { SaleView, Shop } from '../world/types.ts';
import { view } from '../world/view.ts';
import type { World } from '../world/world.ts';
import { idsOf } from './ids.ts';
import { saleList, versionList } from './list.ts';
import { notFound } from './refuse.ts';
import { outletBody, retailerBody } from './retailer.ts';
import { sale20 } from './sale-2.0.ts';
import { saleDated } from './sale-dated.ts';
import { searchSales } from './search.ts';
import { outletVersion } from './version.ts';

/** The simulated instants at which a request looks: search may lag behind. */
export type Instants = { now: number; indexed: number };

const outlets = (world: World, params: URLSearchParams) =>
  versionList(
    world.shops.filter((shop) => !shop.archived || params.get('deleted') === 'true'),
    (shop) => outletVersion(world, shop),
    (shop) => outletBody(world, shop),
    params,
  );

/** Deleted or not. */
const outlet = (shop: Shop | undefined, world: World) => {
  if (shop === undefined) throw notFound('outlet');
  return { data: outletBody(world, shop) };
};

const sale = (world: World, id: string, at: number, bodyOf: (seen: SaleView) => unknown) => {
  const saleID = idsOf(world).saleID(id);
  const found = saleID === undefined ? undefined : world.sale(saleID);
  const seen = found && view(found, at);
  if (seen === undefined) throw notFound('sale');
  return { data: bodyOf(seen) };
};

/** The words after `/api/`; a version that is retired answers like the oldest one kept, which has the same shape. */
const addressPattern = /^\/api\/(2\.0|\d{4}-\d\d)\/([a-z]+)(?:\/([^/]+))?$/;

/**
 * What an address answers. `path` is without the domain prefix; `domainPrefix` is what the retailer calls itself.
 * @throws XError 404, or 400 for parameters that cannot be understood
 */
export const answerTo = (
  world: World,
  path: string,
  params: URLSearchParams,
  domainPrefix: string,
  { now, indexed }: Instants,
): unknown => {
  const [, version, what, id] = addressPattern.exec(path) ?? [];
  const bodyOf = (seen: SaleView) => (version === '2.0' ? sale20(seen, world) : saleDated(seen, world));
  if (what === 'outlets' && id !== undefined)
    return outlet(
      world.shops.find((shop) => shop.shopID === id),
      world,
    );
  if (what === 'sales' && id !== undefined) return sale(world, id, now, bodyOf);
  if (id !== undefined) throw notFound('resource');
  switch (what) {
    case 'retailer':
      return { data: retailerBody(world, domainPrefix) };
    case 'outlets':
      return outlets(world, params);
    case 'sales':
      return saleList(world, now, bodyOf, params);
    case 'search':
      return searchSales(world, indexed, bodyOf, params);
    default:
      throw notFound('resource');
  }
};
