import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../demo/lightspeed/faults.ts';
import { worldOf, xWorldOf } from '../../demo/lightspeed/world.ts';
import { startXSeries } from '../../demo/lightspeed/x-series/server.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, everythingStored, manager, storedFigures } from '../support/shop.ts';

const outlets = {
  city: '0f0f0f0f-0000-4000-8000-000000000001',
  bay: '0f0f0f0f-0000-4000-8000-000000000002',
};
const zone = 'Pacific/Auckland';
const secondNight = '2025-11-14T03:00:30+13:00';

/** An X-Series shop with 250 sales a day, more than surely come on one page, on the morning after its first night. */
async function benchBeforeSecondNight() {
  const world = xWorldOf({
    shops: [
      { shopID: outlets.city, name: 'Queen Street', timeZone: zone },
      { shopID: outlets.bay, name: 'Mission Bay', timeZone: zone },
    ],
    sales: Array.from({ length: 250 }, (_, index) => ({
      at: '2025-11-12T12:00:00+13:00',
      gross: 1_150,
      shopID: index % 2 === 0 ? outlets.city : outlets.bay,
    })),
  });
  let now = () => Date.parse('2025-11-12T20:00:00+13:00');
  const x = await startXSeries({ world, clock: () => now() });
  onTestFinished(() => x.close());
  const bench = await startBench({
    world: worldOf({ shops: [amsterdam] }),
    at: new Date(now()).toISOString(),
    env: { LIGHTSPEED_X_URL: `${x.url}/{prefix}` },
  });
  now = bench.clock.now;
  await linkAccount(await bench.context(), {
    key: 'lsxs_pt_hand',
    prefix: 'demo',
    userId: manager,
    deadline: 10_000,
  });
  await bench.runAt('2025-11-13T03:00:30+13:00');
  for (const saleID of [1, 250]) world.voidSale(saleID, Date.parse('2025-11-13T11:00:00+13:00'));
  return { bench, x, world };
}

const corrected = {
  [outlets.city]: { gross: 142_600, sales: 124, state: 'final' },
  [outlets.bay]: { gross: 142_600, sales: 124, state: 'final' },
};

describe('an X-Series night that cannot read the last page', () => {
  test.each<Fault>([
    { kind: 'server-error' },
    { kind: 'rate-limited' },
    { kind: 'bad-gateway' },
    { kind: 'drop' },
    { kind: 'drop-midway' },
    { kind: 'truncated' },
    { kind: 'duplicate-page' },
    { kind: 'forbidden' },
  ])('changes nothing that is stored (%j), and succeeds later', async (fault) => {
    const { bench, x } = await benchBeforeSecondNight();
    const stored = await everythingStored(bench);
    x.faults.add({ ...fault, path: '/search', skip: 1, times: 'always' });

    await bench.runAt(secondNight);

    const night = await bench.engine.models.nights.findOne({ workspaceId, date: '2025-11-14' }).lean();
    expect(stored.figures.filter(({ day }) => day === '2025-11-12')).toHaveLength(2);
    expect(await everythingStored(bench)).toEqual(stored);
    expect(night).toMatchObject({ state: 'waiting', tries: 1 });

    x.faults.clear();
    await bench.runAt('2025-11-14T03:10:00+13:00');

    expect(await storedFigures(bench, '2025-11-12')).toMatchObject(corrected);
  });

  test('because sales were moved between two pages counts none of them twice and leaves none out', async () => {
    const { bench, x, world } = await benchBeforeSecondNight();
    const stored = await everythingStored(bench);
    // One that was before the end of the page is found no more, so all behind it move up.
    const after = () => world.edit(3, { archived: true }, bench.clock.now());
    x.faults.add({ kind: 'changed-after', path: '/search', after });

    await bench.runAt(secondNight);

    const atOnce = await everythingStored(bench);
    await bench.runAt('2025-11-14T03:10:00+13:00');
    expect(atOnce).toEqual(stored);
    expect(await storedFigures(bench, '2025-11-12')).toMatchObject({
      [outlets.city]: { gross: 141_450, sales: 123, state: 'final' },
      [outlets.bay]: { gross: 142_600, sales: 124, state: 'final' },
    });
  });

  test('for a moment is not even seen', async () => {
    const { bench, x } = await benchBeforeSecondNight();
    x.faults.add(
      { kind: 'rate-limited', path: '/search', skip: 1 },
      { kind: 'unavailable', path: '/outlets' },
    );

    await bench.runAt(secondNight);

    expect(await storedFigures(bench, '2025-11-12')).toMatchObject(corrected);
  });
});

test('what moved an X-Series figure is told, each reason to the cent', async () => {
  const { bench, world } = await benchBeforeSecondNight();
  world.edit(3, { gross: 2_300 }, Date.parse('2025-11-13T11:30:00+13:00'));

  await bench.runAt(secondNight);

  const figure = await bench.engine.models.figures
    .findOne({ workspaceId, day: '2025-11-12', storeId: outlets.city })
    .lean();
  expect(figure?.revisions.at(-1)?.movements).toEqual(
    expect.arrayContaining([
      { kind: 'voided', sales: 1, gross: -1_150, tax: -150 },
      { kind: 'edited', sales: 1, gross: 1_150, tax: 150 },
    ]),
  );
  expect(figure?.gross).toBe(143_750);
});
