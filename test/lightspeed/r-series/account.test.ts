import { expect, test } from 'vitest';
import { UnreadableAnswerError } from '../../../src/lightspeed/errors.ts';
import { createRSeriesConnector } from '../../../src/lightspeed/r-series/connector.ts';
import {
  accountBody,
  accountListBody,
  listBody,
  saleBody,
  shopBody,
  without,
} from '../../../src/lightspeed/r-series/fixtures.ts';
import { type Asked, failureOf, startTill, startTillWith } from '../http/till.ts';
import { connect, JUNE_6, KEY } from './till.ts';

function answer({ path }: Asked) {
  if (path === '/API/V3/Account.json') return { body: accountListBody };
  if (path === '/API/V3/Account/123456.json') return { body: accountBody };
  if (path === '/API/V3/Account/123456/Shop.json') return { body: listBody('Shop', [shopBody()]) };
  if (path === '/API/V3/Account/123456/Sale.json') return { body: listBody('Sale', [saleBody()]) };
  return { status: 404 };
}

test('a key alone is enough: the account is found, and found once', async () => {
  const till = await startTill(answer);
  const connector = createRSeriesConnector({ baseUrl: till.url, credentials: { kind: 'key', key: KEY } });

  const account = await connector.account();
  const stores = await connector.stores();
  const pages = await Array.fromAsync(connector.sales(JUNE_6));

  expect(account).toEqual({ id: '123456', name: 'Main', currency: 'CAD' });
  expect(stores).toEqual([{ id: '1', name: 'HQ', zone: 'US/Pacific', archived: false }]);
  expect(pages.flat()).toHaveLength(1);
  expect(till.asked).toHaveLength(4);
});

test('stores are asked for with the closed ones', async () => {
  const rows = [shopBody(), shopBody({ shopID: '2', name: 'Closed', archived: 'true' })];
  const till = await startTillWith({ body: listBody('Shop', rows) });
  const { connector } = connect(till);

  const stores = await connector.stores();

  expect(stores.map((store) => store.archived)).toEqual([false, true]);
  expect(Object.fromEntries(till.asked[0]?.query ?? [])).toEqual({ archived: 'true', limit: '100' });
});

test('stores come from every page', async () => {
  const till = await startTillWith(
    { body: listBody('Shop', [shopBody()], '?after=1') },
    { body: listBody('Shop', [shopBody({ shopID: '2' })]) },
  );
  const { connector } = connect(till);

  expect(await connector.stores()).toHaveLength(2);
});

const one = { accountID: '123456', name: 'Sandbox Store' };

test.each([
  ['none', without(accountListBody, 'Account')],
  ['two', { ...accountListBody, Account: [one, { ...one, accountID: '654321' }] }],
  ['one whose id is no number', { ...accountListBody, Account: { ...one, accountID: '../1' } }],
])('where one account is expected, %s is refused', async (_what, body) => {
  const till = await startTillWith({ body });
  const connector = createRSeriesConnector({ baseUrl: till.url, credentials: { kind: 'key', key: KEY } });

  expect(await failureOf(connector.account())).toBeInstanceOf(UnreadableAnswerError);
  expect(till.asked).toHaveLength(1);
});

test('an account in an array of one is the account', async () => {
  const till = await startTillWith({ body: { ...accountListBody, Account: [one] } }, { body: accountBody });
  const connector = createRSeriesConnector({ baseUrl: till.url, credentials: { kind: 'key', key: KEY } });

  expect((await connector.account()).id).toBe('123456');
});

test('an account without a currency is refused', async () => {
  const till = await startTillWith({ body: without(accountBody, 'defaultCurrency') });
  const { connector } = connect(till);

  expect(await failureOf(connector.account())).toBeInstanceOf(UnreadableAnswerError);
});

test('a base URL may have a path and a slash at its end', async () => {
  const till = await startTillWith({ body: accountBody });
  const { connector } = connect({ url: `${till.url}/proxy/` });

  await connector.account();

  expect(till.asked[0]?.path).toBe('/proxy/API/V3/Account/123456.json');
});

test.each(['nonsense', `http://${KEY}:apikey@127.0.0.1`])('the base URL %s is refused', (url) => {
  expect(() => connect({ url })).toThrow(TypeError);
});
