import { timeText } from '../api/entity.ts';
import type { Retailer, Shop } from '../world/types.ts';
import { uuidOf } from '../world/uuid.ts';
import type { World } from '../world/world.ts';
import { outletVersion } from './version.ts';

/** @throws when the world is of another series. */
export const retailerOf = ({ account }: World): Retailer => {
  if (account.retailer === undefined) throw new Error(`The account ${account.name} is no X-Series retailer.`);
  return account.retailer;
};

/** `domainPrefix` is the one the server answers to. Its `version` is text, unlike any other. */
export const retailerBody = (world: World, domainPrefix: string) => {
  const { seed, country, timeZone } = retailerOf(world);
  const { name, currency, symbol } = world.account;
  return {
    id: uuidOf(seed, 'retailer', 1),
    name,
    domain_prefix: domainPrefix,
    country,
    currency: { code: currency, symbol },
    timezone: timeZone,
    tax_exclusive: world.shops.some((shop) => !shop.taxes.inclusive),
    account_type: 'retail',
    account_status: 'active',
    created_at: '2019-08-15T23:05:28Z',
    activated_at: '2019-08-15T23:05:28Z',
    discount_product_id: uuidOf(seed, 'product', 0),
    no_tax_group_id: uuidOf(seed, 'tax', 0),
    store_credit: true,
    version: '123456',
  };
};

const address = (shop: Shop, country: string) => ({
  physical_address_1: 'High Street 1',
  physical_address_2: '',
  physical_suburb: '',
  physical_city: shop.name,
  physical_postcode: '',
  physical_state: '',
  physical_country_id: country,
});

/** `deleted_at` is there only when it is. */
export const outletBody = (world: World, shop: Shop) => {
  const { seed, country } = retailerOf(world);
  const currency = shop.currency ?? { code: world.account.currency, symbol: world.account.symbol };
  return {
    id: shop.shopID,
    name: shop.name,
    default_tax_id: uuidOf(seed, 'tax', 1),
    currency: currency.code,
    currency_symbol: currency.symbol,
    display_prices: shop.taxes.inclusive ? 'inclusive' : 'exclusive',
    time_zone: shop.hidesTimeZone === true ? null : shop.timeZone,
    ...address(shop, country),
    version: outletVersion(world, shop),
    attributes: [],
    ...(shop.archived ? { deleted_at: timeText(shop.timeStamp) } : {}),
  };
};
