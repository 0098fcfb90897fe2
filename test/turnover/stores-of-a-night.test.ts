import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, rotterdam, setUpShop, storedFigures } from '../support/shop.ts';

const linkedAt = '2024-06-03T10:00:00+02:00';
const firstNight = '2024-06-04T03:00:30+02:00';
const secondNight = '2024-06-05T03:00:30+02:00';
const tokyo = { shopID: '5', name: 'Tokyo', timeZone: 'Asia/Tokyo' };
const vancouver = { shopID: '6', name: 'Vancouver', timeZone: 'US/Pacific' };

describe('stores in several zones', () => {
  test('have their nights when it is three in the morning there, each for its own days', async () => {
    const world = worldOf({
      shops: [amsterdam, tokyo, vancouver],
      sales: [
        { at: '2024-06-03T23:30:00+02:00', gross: 100, shopID: '1' },
        { at: '2024-06-03T23:30:00+09:00', gross: 200, shopID: '5' },
        { at: '2024-06-03T23:30:00-07:00', gross: 300, shopID: '6' },
      ],
    });
    const bench = await startBench({ world, at: '2024-06-03T02:00:00+02:00' });
    await setUpShop(bench);

    await bench.runAt('2024-06-03T18:00:30Z');
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 5: { gross: 200 } });
    expect(Object.keys(await storedFigures(bench, '2024-06-03'))).toEqual(['5']);

    await bench.runAt('2024-06-04T01:00:30Z');
    expect(Object.keys(await storedFigures(bench, '2024-06-03'))).toEqual(['1', '5']);

    await bench.runAt('2024-06-04T10:00:30Z');
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({
      1: { gross: 100, sales: 1 },
      5: { gross: 200, sales: 1 },
      6: { gross: 300, sales: 1 },
    });
  });

  test('are asked for by name, so that no night reads what another one will', async () => {
    const world = worldOf({ shops: [amsterdam, rotterdam, tokyo] });
    const bench = await startBench({ world, at: linkedAt });
    await setUpShop(bench);
    bench.lightspeed.requests.length = 0;

    await bench.runAt('2024-06-03T18:00:30Z');
    await bench.runAt(firstNight);

    const shops = bench.lightspeed.requests.flatMap(({ path, query }) =>
      path.endsWith('Sale.json') ? [query['shopID']] : [],
    );
    expect(shops).toEqual(['5', 'IN,[1,2]']);
  });

  test('of an account in which one has no zone are read without it', async () => {
    const world = worldOf({
      shops: [amsterdam, { shopID: '7', name: 'Nowhere', timeZone: '' }],
      sales: [
        { at: '2024-06-03T12:00:00+02:00', gross: 100, shopID: '1' },
        { at: '2024-06-03T12:00:00+02:00', gross: 900, shopID: '7' },
      ],
    });
    const bench = await startBench({ world, at: linkedAt });
    await setUpShop(bench, { departments: { All: ['1', '7'] } });

    await bench.runAt(firstNight);

    const log = await dayLog(await bench.context(), { day: '2024-06-03' });
    expect(log).toMatchObject({ state: 'partial', storesIn: 1, storesExpected: 2 });
    expect(log.sums).toMatchObject([{ turnover: 100 - 17, sales: 1 }]);
  });
});

test('a cut-off that is later than three lets the night wait until the day has ended', async () => {
  const world = worldOf({
    shops: [amsterdam],
    sales: [{ at: '2024-06-04T05:30:00+02:00', gross: 100 }],
  });
  const bench = await startBench({ world, at: linkedAt });
  await setUpShop(bench);
  await bench.engine.models.stores.updateMany({ workspaceId }, { $set: { cutOff: 6 } });

  await bench.runAt('2024-06-04T05:59:59+02:00');
  expect(await storedFigures(bench, '2024-06-03')).toEqual({});

  await bench.runAt('2024-06-04T06:00:00+02:00');
  expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 1: { gross: 100, sales: 1 } });
});

describe('a store that opens', () => {
  test('is read from the next night on, and not missing before', async () => {
    const bench = await startBench({ world: worldOf({ shops: [amsterdam] }), at: linkedAt });
    await setUpShop(bench, { departments: { City: ['1'] } });
    await bench.runAt(firstNight);
    bench.world.addStore(rotterdam);
    bench.world.ringUp('2', { gross: 500, at: Date.parse('2024-06-04T15:00:00+02:00') });

    await bench.runAt(secondNight);

    expect(await storedFigures(bench, '2024-06-04')).toMatchObject({
      2: { gross: 500, state: 'provisional' },
    });
    expect(await dayLog(await bench.context(), { day: '2024-06-02' })).toMatchObject({
      storesIn: 1,
      storesExpected: 1,
      unmapped: [],
    });
  });
});

describe('a store that closes', () => {
  const sale = { at: '2024-06-03T12:00:00+02:00', gross: 800, tax: 139, shopID: '2' };

  test('keeps what it sold, and is missing on no day after', async () => {
    const bench = await startBench({
      world: worldOf({ shops: [amsterdam, rotterdam], sales: [sale] }),
      at: linkedAt,
    });
    await setUpShop(bench, { departments: { All: ['1', '2'] } });
    await bench.runAt(firstNight);
    bench.world.archiveStore('2');

    await bench.runAt(secondNight);

    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 2: { gross: 800, state: 'final' } });
    expect(Object.keys(await storedFigures(bench, '2024-06-04'))).toEqual(['1']);
    expect(await dayLog(await bench.context(), { day: '2024-06-04' })).toMatchObject({
      state: 'provisional',
      storesExpected: 1,
    });
  });

  test('still has its only sale taken away when that is voided', async () => {
    const bench = await startBench({
      world: worldOf({ shops: [amsterdam, rotterdam], sales: [sale] }),
      at: linkedAt,
    });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.world.archiveStore('2');
    bench.world.voidSale(1, Date.parse('2024-06-04T11:00:00+02:00'));

    await bench.runAt(secondNight);

    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({
      2: { gross: 0, sales: 0, state: 'final' },
    });
  });
});
