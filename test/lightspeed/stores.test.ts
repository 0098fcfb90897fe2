import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { keepStores } from '../../src/lightspeed/stores.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop } from '../support/shop.ts';

const zone = 'Europe/Amsterdam';

async function startShops() {
  const world = worldOf({ account: { name: 'Blad & Boon' }, shops: [amsterdam, rotterdam] });
  const bench = await startBench({ world, at: '2025-11-13T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { Shop: ['1', '2'] } });
  return { bench, link };
}

const audited = async ({ engine }: Bench) => {
  // As they were written: those of one night have one instant.
  const written = engine.models.auditEntries.find({ workspaceId, who: 'daybook' }).sort({ $natural: 1 });
  const entries = await written.lean();
  return entries.map(({ action, details }) => [action, details['name']]);
};

test('a new store is told to managers in one message, once', async () => {
  const { bench } = await startShops();
  bench.world.addStore({ shopID: '3', name: 'Utrecht', timeZone: zone });
  bench.world.addStore({ shopID: '4', name: 'Breda', timeZone: zone });

  await bench.runAt('2025-11-14T03:01:00+01:00');
  await bench.runAt('2025-11-15T03:01:00+01:00');

  const told = bench.delivery.inChannel(manager).map(({ text }) => text);
  expect(told).toEqual(['new stores of Blad & Boon: Breda,Utrecht']);
  expect(await audited(bench)).toEqual([
    ['store.added', 'Breda'],
    ['store.added', 'Utrecht'],
  ]);
});

test('a new store of which nobody heard is told the next night', async () => {
  const { bench } = await startShops();
  bench.world.addStore({ shopID: '3', name: 'Utrecht', timeZone: zone });
  bench.delivery.failNext('post', 'not-done', { code: 'ratelimited' });

  await bench.runAt('2025-11-14T03:01:00+01:00');
  await bench.runAt('2025-11-15T03:01:00+01:00');

  expect(bench.delivery.inChannel(manager)).toHaveLength(1);
});

test('the stores that a person sees when they link are no news', async () => {
  const { bench } = await startShops();

  await bench.runAt('2025-11-14T03:01:00+01:00');

  expect(bench.delivery.messages).toEqual([]);
  expect(await audited(bench)).toEqual([]);
});

test('a store that Lightspeed no longer lists is waited for no more, and named in the status for a month', async () => {
  const { bench, link } = await startShops();
  await bench.runAt('2025-11-14T03:01:00+01:00');
  const left = [{ id: '1', name: 'Amsterdam', zone, archived: false }];

  await keepStores(await bench.context(), { linkId: link._id, stores: left });

  const context = await bench.context();
  const log = await dayLog(context, { day: '2025-11-14' });
  expect((await statusOf(context)).links[0]?.gone).toEqual(['Rotterdam']);
  expect(log.departments.flatMap(({ stores }) => stores.map(({ name }) => name))).toEqual(['Amsterdam']);
  expect(await audited(bench)).toEqual([['store.gone', 'Rotterdam']]);
  bench.clock.pass(32 * 86_400_000);
  expect((await statusOf(context)).links[0]?.gone).toEqual([]);
});

test('a store that is listed again is waited for again', async () => {
  const { bench, link } = await startShops();
  const left = [{ id: '1', name: 'Amsterdam', zone, archived: false }];
  await keepStores(await bench.context(), { linkId: link._id, stores: left });

  await bench.runAt('2025-11-14T03:01:00+01:00');

  const context = await bench.context();
  const log = await dayLog(context, { day: '2025-11-13' });
  expect([log.storesIn, log.storesExpected]).toEqual([2, 2]);
  expect((await statusOf(context)).links[0]?.gone).toEqual([]);
});

test('renamed and archived stores are written down', async () => {
  const { bench } = await startShops();
  bench.world.rename('1', 'Amsterdam West');
  bench.world.archiveStore('2');

  await bench.runAt('2025-11-14T03:01:00+01:00');

  expect(await audited(bench)).toEqual([
    ['store.renamed', 'Amsterdam West'],
    ['store.archived', 'Rotterdam'],
  ]);
});
