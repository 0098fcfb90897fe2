import { decimalText } from '../world/money.ts';
import type { Shop } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Entity, type Field, type Json, plainBody, timeText } from './entity.ts';

const fixed = (name: string, value: string): Field<Shop> => ({ name, type: 'text', get: () => value });

const fields: readonly Field<Shop>[] = [
  { name: 'shopID', type: 'number', get: (shop) => shop.shopID },
  { name: 'name', type: 'text', get: (shop) => shop.name },
  fixed('serviceRate', '0'),
  { name: 'timeZone', type: 'text', get: (shop) => shop.timeZone },
  { name: 'taxLabor', type: 'boolean', get: () => 'false' },
  fixed('labelTitle', 'Shop Name'),
  { name: 'labelMsrp', type: 'boolean', get: () => 'false' },
  { name: 'archived', type: 'boolean', get: (shop) => String(shop.archived) },
  { name: 'timeStamp', type: 'time', get: (shop) => timeText(shop.timeStamp) },
  fixed('companyRegistrationNumber', ''),
  fixed('vatNumber', ''),
  fixed('zebraBrowserPrint', 'false'),
  fixed('contactID', '2'),
  fixed('taxCategoryID', '1'),
  fixed('receiptSetupID', '1'),
  fixed('ccGatewayID', '0'),
  fixed('gatewayConfigID', ''),
  fixed('priceLevelID', '1'),
];

export const shopBody = (shop: Shop, world: World): Json => plainBody(fields, shop, world);

export const taxCategory = (shop: Shop): Json => {
  const { standard, low } = shop.taxes.classes;
  return {
    taxCategoryID: '1',
    isTaxInclusive: String(shop.taxes.inclusive),
    tax1Name: 'Tax',
    tax2Name: Math.max(standard[1], low[1]) > 0 ? 'Tax 2' : '',
    tax1Rate: decimalText(Math.max(standard[0], low[0]), 5),
    tax2Rate: decimalText(Math.max(standard[1], low[1]), 5),
    timeStamp: timeText(shop.timeStamp),
  };
};

/** The empty relations inside are the empty string, as recorded. */
const contact = (shop: Shop): Json => ({
  contactID: '2',
  custom: '',
  noEmail: 'true',
  noPhone: 'true',
  noMail: 'true',
  timeStamp: timeText(shop.timeStamp),
  Addresses: '',
  Phones: '',
  Emails: '',
  Websites: '',
});

export const shopEntity: Entity<Shop> = {
  name: 'Shop',
  id: (shop) => Number(shop.shopID),
  archived: (shop) => shop.archived,
  fields,
  sortable: ['shopID'],
  relations: {
    Contact: { many: false, load: (shop) => contact(shop) },
    TaxCategory: { many: false, load: (shop) => taxCategory(shop) },
  },
  body: (shop, world, loaded) => ({ ...shopBody(shop, world), ...loaded }),
};
