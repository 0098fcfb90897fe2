import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { keepStores } from '../../src/lightspeed/stores.ts';
import { zonesOf } from '../../src/turnover/nights.ts';
import { statusOf } from '../../src/turnover/status.ts';
import { startBench } from '../support/engine.ts';
import { setUpShop } from '../support/shop.ts';

test('a store with a currency of its own is not read as if it were the account’s, and the status names it', async () => {
  const world = worldOf({ shops: [{ shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' }] });
  const bench = await startBench({ world, at: '2025-11-11T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { City: ['1'] } });
  const zone = 'Europe/Amsterdam';

  await keepStores(await bench.context(), {
    linkId: link._id,
    stores: [
      { id: '1', name: 'Amsterdam', zone, archived: false, currency: 'EUR' },
      { id: '2', name: 'London', zone, archived: false, currency: 'GBP' },
    ],
  });

  const zones = await zonesOf(bench.engine, link);
  expect([...zones.values()].flat().map(({ name }) => name)).toEqual(['Amsterdam']);
  const { links } = await statusOf(await bench.context());
  expect(links[0]).toMatchObject({ foreign: ['London'], zoneless: [] });
});
