import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { readQuestion, reconcileDay } from '../../src/turnover/reconcile-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, rotterdam, setUpShop } from '../support/shop.ts';

const day = '2024-06-03';
const night = '2024-06-04T09:00:00+02:00';
const montreal = { shopID: '7', name: 'Montréal', timeZone: 'America/Toronto' };

function dutch() {
  return worldOf({
    account: { accountID: '1', name: 'Dutch' },
    keys: ['key-nl'],
    shops: [amsterdam, rotterdam],
    sales: [
      { at: '2024-06-03T12:00:00+02:00', gross: 12_100, tax: 2_100 },
      { at: '2024-06-03T13:00:00+02:00', gross: 6_050, tax: 1_050, shopID: '2' },
    ],
  });
}

function canadian() {
  return worldOf({
    account: { accountID: '2', name: 'Canadian', currency: 'CAD' },
    keys: ['key-ca'],
    shops: [montreal],
    sales: [
      { saleID: 50, at: '2024-06-03T20:00:00-04:00', gross: 11_498, tax: 1_498 },
      { saleID: 51, at: '2024-06-03T23:30:00-04:00', gross: 4_000, tax: 0, completed: false },
      { saleID: 52, at: '2024-06-04T00:30:00-04:00', gross: 700, tax: 0, completed: false },
    ],
  });
}

async function bothCountries(): Promise<Bench> {
  const bench = await startBench({ world: [dutch(), canadian()], at: '2024-06-03T10:00:00+02:00' });
  await setUpShop(bench, { key: 'key-nl', departments: { Shops: ['1', '2'] } });
  await setUpShop(bench, { key: 'key-ca', departments: { Abroad: ['7'] } });
  await bench.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { vat: 'incl' } });
  await bench.runAt(night);
  return bench;
}

async function reconciled(bench: Bench, typed: string, currency?: string) {
  const context = await bench.context();
  const asked = { day, typed, ...(currency === undefined ? {} : { currency }) };
  const question = await readQuestion(context, asked);
  if (question.kind !== 'question') throw new Error(`no question: ${question.kind}`);
  return reconcileDay(context, question);
}

test('of several currencies the one that is meant must be said', async () => {
  const bench = await bothCountries();
  const context = await bench.context();

  expect(await readQuestion(context, { day, typed: '181.50' })).toEqual({
    kind: 'which-currency',
    currencies: ['CAD', 'EUR'],
  });
  expect(await readQuestion(context, { day, typed: 'USD 181.50' })).toMatchObject({ kind: 'which-currency' });
});

test.each([
  ['EUR 181.50', undefined, 'EUR'],
  ['114.98 cad', undefined, 'CAD'],
  ['114.98', 'CAD', 'CAD'],
])('“%s” (chosen: %s) is held against %s alone', async (typed, chosen, currency) => {
  const bench = await bothCountries();

  const held = await reconciled(bench, typed, chosen);

  expect(held.reconciliation).toMatchObject({ currency, difference: 0 });
  expect(held.otherCurrencies).toEqual([currency === 'CAD' ? 'EUR' : 'CAD']);
});

test('open sales are those begun on the day as the store there knows it', async () => {
  const bench = await bothCountries();

  const held = await reconciled(bench, 'CAD 154.98');

  expect(held.reconciliation.explained).toMatchObject([
    { cause: { kind: 'open-sale', sales: 1 }, amount: 4_000 },
  ]);
});

test('only the accounts with that currency are asked', async () => {
  const bench = await bothCountries();
  bench.lightspeed.requests.length = 0;

  await reconciled(bench, 'CAD 1');

  const accounts = new Set(bench.lightspeed.requests.map(({ path }) => path.split('/')[4]));
  expect(accounts).toEqual(new Set(['2']));
});

test('what an account that was unlinked since had sold is still in the total held against Lightspeed’s', async () => {
  const bench = await bothCountries();
  await bench.engine.models.links.updateMany({ workspaceId, name: 'Dutch' }, { $set: { state: 'unlinked' } });

  const held = await reconciled(bench, 'EUR 1');

  expect(held.reconciliation.others.map(({ cause }) => cause.kind)).toEqual(['vat']);
});

test('a store that was not in when the day was kept makes the total incomplete, and Lightspeed tells what it sold', async () => {
  const bench = await bothCountries();
  await bench.engine.models.figures.deleteOne({ workspaceId, day, storeId: '2' });

  const held = await reconciled(bench, 'EUR 181.50');

  expect(held).toMatchObject({ storesIn: 2, storesExpected: 3 });
  expect(held.reconciliation.explained).toMatchObject([{ cause: { kind: 'changed-since' }, amount: 6_050 }]);
});

test('holding an amount against a day changes nothing that is kept', async () => {
  const bench = await bothCountries();
  const { figures, stores, auditEntries } = bench.engine.models;
  const kept = async () => [
    await figures.find({ workspaceId }).lean(),
    await stores.find({ workspaceId }).lean(),
    await auditEntries.countDocuments({ workspaceId }),
  ];
  const before = await kept();

  await reconciled(bench, 'EUR 1');

  expect(await kept()).toEqual(before);
});
