import type { World } from '../world/world.ts';
import type { Json } from './entity.ts';

export const accountList = ({ account }: World): Json => ({
  '@attributes': { count: '1' },
  Account: {
    accountID: account.accountID,
    name: account.name,
    link: { '@attributes': { href: `/API/Account/${account.accountID}` } },
  },
});

/** Not wrapped in 'Account', and the only place that tells the currency. */
export const accountSingle = ({ account }: World): Json => ({
  '@attributes': { systemCustomerID: account.accountID },
  status: 'customer',
  name: account.name,
  employeeCount: '9',
  employeeLimit: '30',
  uniqueSubscriptionIdentifier: 'ABC123456',
  defaultCurrency: { code: account.currency, symbol: account.symbol },
  purchasingCurrencies: {
    purchasingCurrency: { code: account.currency, symbol: account.symbol, rate: '1' },
  },
});

export const session = (world: World): Json => ({
  sessionID: '',
  sessionCookie: 'PHPSESSID=; path=/',
  employeeID: '2',
  systemCustomerID: world.account.accountID,
  systemUserID: '170236',
  systemAPIClientID: '25578',
  systemAPIKeyID: '1757062',
  ecomUrl: '',
  shopCount: String(world.shops.filter((shop) => !shop.archived).length),
  Employee: {
    employeeID: '2',
    firstName: 'Jane',
    lastName: 'Doe',
    singleShop: 'false',
    hasPin: 'true',
    isCheckedIn: 'false',
  },
  Rights: { all_read: 'true', allow_login: 'true', register_read: 'true', reports: 'true' },
});
