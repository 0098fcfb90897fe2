import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { endLink } from '../../src/lightspeed/end-link.ts';
import { addDays, daysFrom } from '../../src/turnover/trading-day.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, rotterdam, setUpShop, storedFigures } from '../support/shop.ts';

const linkedAt = '2024-06-03T10:00:00+02:00';
const firstNight = '2024-06-04T03:00:30+02:00';

/** A sale at noon of every day of June in each store, its amount told by the date. */
function june() {
  const days = daysFrom('2024-06-01', '2024-06-30');
  return worldOf({
    shops: [amsterdam, rotterdam],
    sales: days.flatMap((day, index) => [
      { at: `${day}T12:00:00+02:00`, gross: 1000 + index, shopID: '1' },
      { at: `${day}T12:00:00+02:00`, gross: 5000 + index, shopID: '2' },
    ]),
  });
}

async function statesOf(bench: Awaited<ReturnType<typeof startBench>>, from: string, to: string) {
  const states = daysFrom(from, to).map(async (day) => {
    const figures = Object.values(await storedFigures(bench, day));
    return `${day} ${[...new Set(figures.map(({ state }) => state))].join() || 'missing'}`;
  });
  return Promise.all(states);
}

describe('days that were missed', () => {
  test('because Daybook was down are read by the next night, final when older than two days', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);

    await bench.runAt('2024-06-15T09:00:00+02:00');

    expect(await statesOf(bench, '2024-06-02', '2024-06-15')).toEqual([
      ...daysFrom('2024-06-02', '2024-06-13').map((day) => `${day} final`),
      '2024-06-14 provisional',
      '2024-06-15 missing',
    ]);
    expect(await storedFigures(bench, '2024-06-07')).toMatchObject({
      1: { gross: 1006, sales: 1 },
      2: { gross: 5006, sales: 1 },
    });
  });

  test('are written once, and asked for in streams of at most a week', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.lightspeed.requests.length = 0;

    await bench.runAt('2024-06-15T09:00:00+02:00');
    await bench.runAt('2024-06-16T03:00:30+02:00');

    const figures = await bench.engine.models.figures
      .find({ workspaceId, day: { $gte: '2024-06-04', $lte: '2024-06-12' } })
      .lean();
    expect(figures.map(({ revisions }) => revisions.length)).toEqual(figures.map(() => 1));
    expect(figures.map(({ revisions }) => revisions[0]?.source)).toEqual(figures.map(() => 'catch-up'));
    const streams = bench.lightspeed.requests.filter(({ path }) => path.endsWith('Sale.json'));
    expect(streams.map(({ query }) => query['completeTime'])).toEqual([
      '><,2024-06-12T22:00:00+00:00,2024-06-14T21:59:59+00:00',
      '><,2024-06-05T22:00:00+00:00,2024-06-12T21:59:59+00:00',
      '><,2024-06-02T22:00:00+00:00,2024-06-05T21:59:59+00:00',
      '><,2024-06-13T22:00:00+00:00,2024-06-15T21:59:59+00:00',
    ]);
  });

  test('because the very first nights failed are read too', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);

    await bench.runAt('2024-06-08T03:00:30+02:00');

    expect(await statesOf(bench, '2024-06-01', '2024-06-07')).toEqual([
      '2024-06-01 missing',
      ...daysFrom('2024-06-02', '2024-06-06').map((day) => `${day} final`),
      '2024-06-07 provisional',
    ]);
  });

  test('because the key was refused are read once it is replaced', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.world.revokeKey('key-1');
    for (const day of daysFrom('2024-06-05', '2024-06-09')) await bench.runAt(`${day}T03:00:30+02:00`);
    bench.world.keys.set('key-4', 'good');

    await setUpShop(bench, { key: 'key-4' });
    await bench.runAt('2024-06-09T12:00:00+02:00');

    expect(await statesOf(bench, '2024-06-02', '2024-06-08')).toEqual([
      ...daysFrom('2024-06-02', '2024-06-07').map((day) => `${day} final`),
      '2024-06-08 provisional',
    ]);
  });

  test('keep what a first night saw: the change since is told with its reasons', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    const sale = [...bench.world.sales(bench.clock.now())].find(
      ({ shopID, createTime }) => shopID === '1' && createTime === Date.parse('2024-06-03T12:00:00+02:00'),
    );
    bench.world.voidSale(sale?.saleID ?? 0, Date.parse('2024-06-05T11:00:00+02:00'));

    await bench.runAt('2024-06-10T09:00:00+02:00');

    const figure = await bench.engine.models.figures
      .findOne({ workspaceId, day: '2024-06-03', storeId: '1' })
      .lean();
    expect(figure).toMatchObject({ gross: 0, state: 'final' });
    expect(figure?.revisions.at(-1)).toMatchObject({
      source: 'catch-up',
      movements: [{ kind: 'voided', sales: 1, gross: -1002 }],
    });
  });

  test('come when the last two days are in, and a fault among them leaves those', async () => {
    const bench = await startBench({ world: june(), at: linkedAt });
    await setUpShop(bench);
    await bench.runAt(firstNight);
    bench.lightspeed.faults.add({ kind: 'server-error', path: 'Sale.json', skip: 2, times: 'always' });

    await bench.runAt('2024-06-15T09:00:00+02:00');

    const states = await statesOf(bench, '2024-06-03', '2024-06-14');
    expect(states.slice(0, 3)).toEqual([
      '2024-06-03 provisional',
      '2024-06-04 missing',
      '2024-06-05 missing',
    ]);
    expect(states.slice(3, -1)).toEqual(daysFrom('2024-06-06', '2024-06-13').map((day) => `${day} final`));

    bench.lightspeed.faults.clear();
    await bench.runAt('2024-06-15T09:10:00+02:00');

    expect(await statesOf(bench, '2024-06-03', '2024-06-05')).toEqual(
      daysFrom('2024-06-03', '2024-06-05').map((day) => `${day} final`),
    );
  });
});

test('an unlinked account is read by no night', async () => {
  const bench = await startBench({ world: june(), at: linkedAt });
  const { link } = await setUpShop(bench);
  await bench.runAt(firstNight);
  await endLink(await bench.context(), { linkId: link._id, userId: manager });
  bench.lightspeed.requests.length = 0;

  await bench.runAt(`${addDays('2024-06-04', 3)}T03:00:30+02:00`);

  expect(bench.lightspeed.requests).toEqual([]);
  expect(await storedFigures(bench, '2024-06-03')).toMatchObject({ 1: { state: 'provisional' } });
});
