import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { changeDayRule } from '../../src/stores/change-day-rule.ts';
import { dayRules } from '../../src/stores/day-rules.ts';
import { startBench } from '../support/engine.ts';
import { manager, setUpShop, storedFigures } from '../support/shop.ts';

async function openBar() {
  const world = worldOf({
    shops: [{ shopID: '1', name: 'Bar', timeZone: 'Europe/Amsterdam' }],
    sales: [
      { at: '2025-11-11T22:00:00+01:00', gross: 1_000 },
      { at: '2025-11-12T02:30:00+01:00', gross: 200 },
      { at: '2025-11-12T04:00:00+01:00', gross: 30 },
      { at: '2025-11-13T02:30:00+01:00', gross: 4 },
    ],
  });
  const bench = await startBench({ world, at: '2025-11-11T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { Bar: ['1'] } });
  const change = async (rule: { from: string; cutOff: number; zone?: string | null }) =>
    changeDayRule(await bench.context(), {
      linkId: link._id,
      storeId: '1',
      zone: null,
      userId: manager,
      ...rule,
    });
  return { bench, link, change };
}

test('with a cut-off at four, a sale at half past two counts for the day before and one at four for the new day', async () => {
  const { bench, change } = await openBar();
  await change({ from: '2025-11-01', cutOff: 4 });

  await bench.runAt('2025-11-13T06:00:00+01:00');

  expect((await storedFigures(bench, '2025-11-11'))['1']?.gross).toBe(1_200);
  expect((await storedFigures(bench, '2025-11-12'))['1']?.gross).toBe(34);
});

test('the night waits until the day has ended', async () => {
  const { bench, change } = await openBar();
  await change({ from: '2025-11-01', cutOff: 6 });

  await bench.runAt('2025-11-12T05:59:00+01:00');
  const before = await storedFigures(bench, '2025-11-11');
  await bench.runAt('2025-11-12T06:00:00+01:00');

  expect(before).toEqual({});
  expect((await storedFigures(bench, '2025-11-11'))['1']?.gross).toBe(1_230);
});

test('a change counts from its day on, and the day before ends where it begins', async () => {
  const { bench, change } = await openBar();
  await change({ from: '2025-11-12', cutOff: 4 });

  await bench.runAt('2025-11-13T06:00:00+01:00');

  expect((await storedFigures(bench, '2025-11-11'))['1']?.gross).toBe(1_200);
  expect((await storedFigures(bench, '2025-11-12'))['1']?.gross).toBe(34);
});

test('a zone given by a person holds instead of that of Lightspeed', async () => {
  const { bench, change } = await openBar();

  await change({ from: '2025-11-01', cutOff: 0, zone: 'America/New_York' });

  const { stores } = await dayRules(await bench.context());
  expect(stores).toMatchObject([{ name: 'Bar', cutOff: 0, zone: 'America/New_York' }]);
  await bench.runAt('2025-11-12T09:00:00+01:00');
  expect((await storedFigures(bench, '2025-11-11'))['1']?.gross).toBe(1_230);
});

test('another hour without a word about the zone leaves the zone as it was chosen', async () => {
  const { bench, link, change } = await openBar();
  await change({ from: '2025-11-01', cutOff: 0, zone: 'America/New_York' });

  const rule = { linkId: link._id, storeId: '1', from: '2025-11-05', cutOff: 4, userId: manager };
  const store = await changeDayRule(await bench.context(), rule);

  expect(store?.changes.at(-1)).toEqual({ from: '2025-11-05', cutOff: 4, zone: 'America/New_York' });
});
