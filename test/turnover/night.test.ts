import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { runDue } from '../../src/run-due.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, everythingStored, rotterdam, setUpShop, storedFigures } from '../support/shop.ts';

const linkedAt = '2024-06-03T10:00:00+02:00';
const firstNight = '2024-06-04T03:00:30+02:00';
const secondNight = '2024-06-05T03:00:30+02:00';

/** Two stores; the second one sells nothing. */
function twoStores() {
  return worldOf({
    shops: [amsterdam, rotterdam],
    sales: [
      { at: '2024-06-02T12:00:00+02:00', gross: 1000, tax: 174 },
      { at: '2024-06-03T12:00:00+02:00', gross: 2000, tax: 347 },
      { at: '2024-06-03T23:59:59+02:00', gross: 500, tax: 87 },
      { at: '2024-06-04T00:00:00+02:00', gross: 9900, tax: 1718 },
    ],
  });
}

describe('a night', () => {
  test('reads the day before as provisional and the one before that as final', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);

    await bench.runAt(firstNight);

    expect(await storedFigures(bench, '2024-06-03')).toEqual({
      1: { gross: 2500, tax: 434, sales: 2, state: 'provisional' },
      2: { gross: 0, tax: 0, sales: 0, state: 'provisional' },
    });
    expect(await storedFigures(bench, '2024-06-02')).toMatchObject({
      1: { gross: 1000, tax: 174, sales: 1, state: 'final' },
      2: { gross: 0, sales: 0, state: 'final' },
    });
    expect(await storedFigures(bench, '2024-06-04')).toEqual({});
  });

  test('does not begin before three in the morning there', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);

    await bench.runAt('2024-06-04T02:59:59+02:00');

    expect(await storedFigures(bench, '2024-06-03')).toEqual({});
  });

  test('makes the provisional day final, with what moved it', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.world.voidSale(2, Date.parse('2024-06-04T11:00:00+02:00'));

    await bench.runAt(secondNight);

    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({
      1: { gross: 500, tax: 87, sales: 1, state: 'final' },
    });
    const figure = await bench.engine.models.figures
      .findOne({ workspaceId, day: '2024-06-03', storeId: '1' })
      .lean();
    expect(figure?.revisions).toMatchObject([
      { source: 'night', state: 'provisional', gross: 2500, movements: [] },
      {
        source: 'night',
        state: 'final',
        gross: 500,
        movements: [{ kind: 'voided', sales: 1, gross: -2000, tax: -347 }],
      },
    ]);
  });

  test('does not pick up what changes after a day is final', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.world.voidSale(1, Date.parse('2024-06-04T11:00:00+02:00'));

    await bench.runAt(secondNight);
    await bench.runAt('2024-06-06T03:00:30+02:00');

    expect(await storedFigures(bench, '2024-06-02')).toMatchObject({ 1: { gross: 1000, state: 'final' } });
  });

  test('run again, by whatever calls, writes and asks nothing', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    const stored = await everythingStored(bench);
    const asked = bench.lightspeed.requests.length;

    await runDue(bench.engine);
    await bench.runAt('2024-06-04T20:00:00+02:00');

    expect(await everythingStored(bench)).toEqual(stored);
    expect(bench.lightspeed.requests.length).toBe(asked);
  });

  test('that is forced to run again gives the same figures and no further revision', async () => {
    const bench = await startBench({ world: twoStores(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    const stored = await everythingStored(bench);
    await bench.engine.models.nights.updateMany({ workspaceId }, { $set: { state: 'waiting' } });

    await runDue(bench.engine);

    expect(await bench.engine.models.nights.countDocuments({ workspaceId, state: 'done' })).toBe(1);
    expect(await everythingStored(bench)).toEqual(stored);
  });

  test('asks for the shops once and for each page of sales once', async () => {
    const sales = Array.from({ length: 250 }, () => ({ at: '2024-06-03T12:00:00+02:00', gross: 100 }));
    const bench = await startBench({
      world: worldOf({ shops: [amsterdam, rotterdam], sales }),
      at: linkedAt,
    });
    await setUpShop(bench);
    bench.lightspeed.requests.length = 0;

    await bench.runAt(firstNight);

    const paths = bench.lightspeed.requests.map(({ path }) => path.split('/').at(-1));
    expect(paths).toEqual(['Shop.json', 'Sale.json', 'Sale.json', 'Sale.json']);
    expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 1: { gross: 25_000, sales: 250 } });
  });
});
