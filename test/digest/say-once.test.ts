import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startBench } from '../support/engine.ts';
import { amsterdam, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

async function benchBeforeDigest() {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: [{ at: '2024-06-03T12:00:00+02:00', gross: 1000, tax: 0, shopID: '1' }],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 8 });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  return bench;
}

describe('a message that is left in doubt', () => {
  test('and was posted is found, and not posted again', async () => {
    const bench = await benchBeforeDigest();
    bench.delivery.failNext('post', 'unsure', { code: 'no_answer', isDone: true });

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T08:05:00+02:00');
    await bench.runAt('2024-06-05T03:00:30+02:00');

    expect(bench.delivery.inChannel(salesChannel)).toHaveLength(1);
    expect(bench.delivery.inChannel(salesChannel)[0]?.text).toMatch(/^2024-06-03 final/);
  });

  test('and was not posted is posted', async () => {
    const bench = await benchBeforeDigest();
    bench.delivery.failNext('post', 'unsure', { code: 'no_answer' });

    await bench.runAt('2024-06-04T08:00:00+02:00');
    expect(bench.delivery.messages).toEqual([]);
    await bench.runAt('2024-06-04T08:05:00+02:00');

    expect(bench.delivery.inChannel(salesChannel)).toHaveLength(1);
    expect(bench.delivery.searches).toHaveLength(1);
  });

  test('is brought up to date when it is found, since it may say what was so before', async () => {
    const bench = await benchBeforeDigest();
    bench.delivery.failNext('post', 'unsure', { code: 'no_answer', isDone: true });
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.engine.models.workspaces.updateMany({}, { $set: { vat: 'incl' } });
    await bench.engine.models.figures.updateMany({ workspaceId: 'T1', storeId: '1' }, { $set: { gross: 7 } });

    await bench.runAt('2024-06-04T08:05:00+02:00');

    expect(bench.delivery.inChannel(salesChannel)[0]?.text).toMatch(/in: EUR 7;/);
  });

  test('in a thread is looked for in that thread', async () => {
    const bench = await benchBeforeDigest();
    await bench.runAt('2024-06-04T08:00:00+02:00');
    bench.world.voidSale(1, Date.parse('2024-06-04T11:00:00+02:00'));
    bench.delivery.failNext('post', 'unsure', { code: 'no_answer', isDone: true });

    await bench.runAt('2024-06-05T03:00:30+02:00');
    await bench.runAt('2024-06-05T03:06:00+02:00');

    const [digest] = bench.delivery.inChannel(salesChannel);
    const keys = bench.delivery.inThread(digest?.ts).map(({ key }) => key?.split(' ')[0]);
    expect(keys).toEqual(['details', 'correction']);
    expect(bench.delivery.searches.map(({ threadTs }) => threadTs)).toEqual([digest?.ts]);
  });
});
