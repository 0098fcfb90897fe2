import { view } from '../world/view.ts';
import type { World } from '../world/world.ts';
import { accountList, accountSingle, session } from './account.ts';
import { list, salesAt, single } from './answer.ts';
import { costOf } from './cost.ts';
import type { Json } from './entity.ts';
import { ApiError, notFound } from './errors.ts';
import { saleEntity } from './sale.ts';
import { shopEntity } from './shop.ts';

export type Route = {
  cost: number;
  /** One of them opens it. */
  scopes: readonly string[] | 'any';
  answer: (at: number) => Json;
};

const isNumber = (text: string) => /^\d+$/.test(text);

/** An account the key does not open is refused, whether it exists or not (invented; the status is documented). */
const guard = (world: World, accountID: string): void => {
  if (!isNumber(accountID)) throw notFound('Account', accountID);
  if (accountID !== world.account.accountID)
    throw new ApiError(403, `You do not have access to account ${accountID}.`);
};

const saleRoute = (world: World, address: URL, id: string | undefined, scopes: readonly string[]): Route => {
  const { relations } = saleEntity;
  const cost = costOf(address.searchParams, relations, id === undefined);
  if (id === undefined)
    return {
      cost,
      scopes,
      answer: (at) => list(saleEntity, (filters) => salesAt(world, at, filters), address, world),
    };
  const answer = (at: number) => {
    const sale = isNumber(id) ? world.sale(Number(id)) : undefined;
    return single(saleEntity, sale && view(sale, at), id, address, world);
  };
  return { cost, scopes, answer };
};

const shopRoute = (world: World, address: URL, id: string | undefined): Route => {
  const cost = costOf(address.searchParams, shopEntity.relations, id === undefined);
  const shop = world.shops.find((one) => one.shopID === id);
  return {
    cost,
    scopes: 'any',
    answer: () =>
      id === undefined
        ? list(shopEntity, () => world.shops, address, world)
        : single(shopEntity, shop, id, address, world),
  };
};

/**
 * Finds what an address asks for, with or without the suffix .json; one of `saleScopes` opens sales.
 * @throws ApiError 404 or 403
 */
export const routeTo = (world: World, address: URL, saleScopes: readonly string[]): Route => {
  const open = { cost: 1, scopes: 'any' } as const;
  const path = address.pathname.replace(/\.json$/, '');
  if (path === '/API/Session') return { ...open, answer: () => session(world) };
  const [accountID, what, id, ...rest] = path.split('/').slice(4);
  if (!/^\/API\/V3\/Account(\/|$)/.test(path) || rest.length > 0)
    throw new ApiError(404, `No such address: ${address.pathname}`);
  if (accountID === undefined) return { ...open, answer: () => accountList(world) };
  guard(world, accountID);
  if (what === undefined) return { ...open, answer: () => accountSingle(world) };
  if (what === 'Sale') return saleRoute(world, address, id, saleScopes);
  if (what === 'Shop') return shopRoute(world, address, id);
  throw new ApiError(404, `No such address: ${address.pathname}`);
};
