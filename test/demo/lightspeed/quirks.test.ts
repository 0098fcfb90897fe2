import { expect, test } from 'vitest';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam, ask, askJson, basic, rowsOf, salesPath, start } from './support.ts';

const at = '2024-05-01T10:00:00+02:00';

test('every number and boolean is a string without trailing zeros, and the identity holds', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam], sales: [{ at, gross: 3150 }] }) });

  const [sale] = rowsOf(await askJson(standIn, salesPath()));

  expect(sale).toMatchObject({
    saleID: '1',
    completed: 'true',
    total: '31.5',
    calcSubtotal: '26.03',
    calcDiscount: '0',
    calcTax1: '5.47',
    calcTax2: '0',
    taxTotal: '5.47',
    balance: '0',
    tax1Rate: '0.21',
    ticketNumber: '220000000001',
    completeTime: '2024-05-01T08:00:00+00:00',
  });
});

test('no row is a missing key, one is an object, two are an array', async () => {
  const world = worldOf({ shops: [amsterdam] });
  const standIn = await start({ world });

  const none = await askJson(standIn, salesPath());
  world.ringUp('1', { gross: 100, at: Date.parse(at) });
  const one = await askJson(standIn, salesPath());
  world.ringUp('1', { gross: 100, at: Date.parse(at) });
  const two = await askJson(standIn, salesPath());

  expect(none).toEqual({ '@attributes': { next: '', previous: '' } });
  expect(one['Sale']).toMatchObject({ saleID: '1' });
  expect(two['Sale']).toMatchObject([{ saleID: '1' }, { saleID: '2' }]);
});

test('the keys of a sale stand in the order of the recorded bodies', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam], sales: [{ at, gross: 100 }] }) });

  const keys = Object.keys(rowsOf(await askJson(standIn, salesPath()))[0] ?? {});

  expect(keys.slice(0, 12).join()).toBe(
    'saleID,timeStamp,discountPercent,completed,archived,voided,enablePromotions,isTaxInclusive,createTime,updatetime,completeTime,referenceNumber',
  );
  expect(keys.at(-1)).toBe('taxTotal');
});

test('an open sale has no completeTime key', async () => {
  const sales = [{ at, gross: 100, completed: false }];
  const standIn = await start({ world: worldOf({ shops: [amsterdam], sales }) });

  const [sale] = rowsOf(await askJson(standIn, salesPath()));

  expect(sale).toMatchObject({ completed: 'false', calcPayments: '0', balance: '1' });
  expect(sale).not.toHaveProperty('completeTime');
});

test('an account may spell it updateTime, and may hold sales from before the times existed', async () => {
  const raw = { createTime: undefined, updatetime: undefined, completeTime: undefined, totalDue: '1.0e+6' };
  const sales = [
    { at, gross: 100 },
    { at, gross: 100, raw },
  ];
  const account = { updateTimeKey: 'updateTime' } as const;
  const standIn = await start({ world: worldOf({ account, shops: [amsterdam], sales }) });

  const [young, old] = rowsOf(await askJson(standIn, salesPath()));

  expect(young).toHaveProperty('updateTime');
  expect(young).not.toHaveProperty('updatetime');
  expect(old).toMatchObject({ totalDue: '1.0e+6', timeStamp: '2024-05-01T08:00:00+00:00' });
  expect(old).not.toHaveProperty('completeTime');
  expect(old).not.toHaveProperty('updateTime');
});

test('slashes are escaped, and pretty_print breaks lines', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam] }) });

  const plain = await (await ask(standIn, '/API/V3/Account.json')).text();
  const pretty = await (await ask(standIn, '/API/V3/Account.json?pretty_print=1')).text();

  expect(plain).toContain('\\/API\\/Account\\/83050');
  expect(pretty).toContain('\n  "Account"');
});

test('whoever does not ask for JSON gets XML; Accept wins over the suffix', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam] }) });
  const typeOf = async (path: string, accept: string) =>
    (await ask(standIn, path, { Accept: accept })).headers.get('content-type');

  expect(await typeOf('/API/V3/Account', '*/*')).toContain('application/xml');
  expect(await typeOf('/API/V3/Account', 'application/json')).toContain('application/json');
  expect(await typeOf('/API/V3/Account.json', '*/*')).toContain('application/json');
  expect(await typeOf('/API/V3/Account.json', 'application/xml')).toContain('application/xml');
});

test('lines and payments are nested twice, single ones as objects, none as a missing key', async () => {
  const sales = [
    { at, gross: 1210 },
    { at, gross: 0, lines: [], payments: [] },
  ];
  const standIn = await start({ world: worldOf({ shops: [amsterdam], sales }) });
  const load_relations = '["SaleLines","SalePayments.PaymentType"]';

  const [full, bare] = rowsOf(await askJson(standIn, salesPath({ load_relations })));

  expect(full).toMatchObject({
    SaleLines: { SaleLine: { unitQuantity: '1', calcSubtotal: '10', calcTax1: '2.1', calcTotal: '12.1' } },
    SalePayments: { SalePayment: { amount: '12.1', PaymentType: { type: 'credit card' } } },
  });
  expect(bare).not.toHaveProperty('SaleLines');
  expect(bare).not.toHaveProperty('SalePayments');
});

test('yen have no decimals and dinars three', async () => {
  const shops = [amsterdam];
  const sales = [{ at, gross: 12_340 }];
  const totalIn = async (currency: string, decimals: number) => {
    const standIn = await start({ world: worldOf({ account: { currency, decimals }, shops, sales }) });
    return rowsOf(await askJson(standIn, salesPath()))[0]?.['total'];
  };

  expect(await totalIn('JPY', 0)).toBe('12340');
  expect(await totalIn('KWD', 3)).toBe('12.34');
});

test('the account alone tells the currency and is not wrapped; the session tells the account', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam] }) });

  const account = await askJson(standIn, '/API/V3/Account/83050.json');
  const list = await askJson(standIn, '/API/V3/Account.json');
  const session = await askJson(standIn, '/API/Session.json');

  expect(account).toMatchObject({ name: 'Hand-made shops', defaultCurrency: { code: 'EUR' } });
  expect(list['Account']).toMatchObject({ accountID: '83050' });
  expect(session).toMatchObject({ systemCustomerID: '83050', shopCount: '1' });
});

test('archived shops hide by default, empty relations are the empty string', async () => {
  const world = worldOf({ shops: [amsterdam, { ...amsterdam, shopID: '2', name: 'Closed' }] });
  const standIn = await start({ world });
  world.archiveStore('2');
  const shops = async (query: string) =>
    rowsOf(await askJson(standIn, `/API/V3/Account/83050/Shop.json?${query}`), 'Shop').map(
      (shop) => shop['name'],
    );

  expect(await shops('')).toEqual(['Amsterdam']);
  expect(await shops('archived=true')).toEqual(['Amsterdam', 'Closed']);
  expect(await shops('archived=only')).toEqual(['Closed']);
  const loaded = await askJson(standIn, '/API/V3/Account/83050/Shop/1.json?load_relations=["Contact"]');
  expect(loaded).toMatchObject({ '@attributes': { count: '1' }, Shop: { Contact: { Websites: '' } } });
});

test('a gift-card load is a sale of 0 with the load in totalDue and displayableTotal', async () => {
  const done = Date.parse(at);
  const payments = [
    { kind: 'gift card', amount: -10_000, tip: 0, at: done },
    { kind: 'cash', amount: 10_000, tip: 0, at: done },
  ] as const;
  const standIn = await start({
    world: worldOf({ shops: [amsterdam], sales: [{ at, gross: 0, payments }] }),
  });

  const [sale] = rowsOf(await askJson(standIn, salesPath()));

  expect(sale).toMatchObject({ total: '0', totalDue: '100', displayableTotal: '100', calcPayments: '0' });
});

test('the log holds path, query and status, and never the key', async () => {
  const standIn = await start({ world: worldOf({ shops: [amsterdam] }) });

  await ask(standIn, salesPath({ limit: '5' }));
  await ask(standIn, salesPath(), { Authorization: basic('some-wrong-key') });

  expect(standIn.requests).toEqual([
    { method: 'GET', path: '/API/V3/Account/83050/Sale.json', query: { limit: '5' }, status: 200 },
    { method: 'GET', path: '/API/V3/Account/83050/Sale.json', query: {}, status: 401 },
  ]);
});
