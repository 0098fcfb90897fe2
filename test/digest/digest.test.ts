import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { runDue } from '../../src/run-due.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, rotterdam, salesChannel, setUpShop, utrecht } from '../support/shop.ts';

const departments = { City: ['1', '3'], Harbour: ['2'] };
const tokyo = { shopID: '5', name: 'Tokyo', timeZone: 'Asia/Tokyo' };

/** Three stores; on each day of the first half of June sales whose amounts tell store and date. No tax. */
function threeStores() {
  return worldOf({
    shops: [amsterdam, rotterdam, utrecht],
    sales: daysFrom('2024-06-01', '2024-06-15').flatMap((day, index) =>
      ['1', '2', '3'].map((shopID) => ({
        at: `${day}T12:00:00+02:00`,
        gross: Number(shopID) * 10_000 + index + 1,
        tax: 0,
        shopID,
      })),
    ),
  });
}

async function benchAt(at: string) {
  const bench = await startBench({ world: threeStores(), at });
  await setUpShop(bench, { departments, digestHour: 8 });
  return bench;
}

const textsIn = (bench: Awaited<ReturnType<typeof startBench>>) =>
  bench.delivery.inChannel(salesChannel).map(({ text }) => text);

describe('a digest', () => {
  test('comes at its hour, once, with the total and each department', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    await bench.runAt('2024-06-04T03:00:30+02:00');

    await bench.runAt('2024-06-04T07:59:59+02:00');
    expect(textsIn(bench)).toEqual([]);

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T08:05:00+02:00');
    await bench.runAt('2024-06-04T20:00:00+02:00');
    expect(textsIn(bench)).toEqual([
      '2024-06-03 provisional 3 of 3 in: EUR 60009; before nothing; City EUR 40006 before nothing; Harbour EUR 20003 before nothing',
    ]);
  });

  test('is held against the same weekday of the week before', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    for (const day of daysFrom('2024-06-04', '2024-06-10')) await bench.runAt(`${day}T03:00:30+02:00`);

    await bench.runAt('2024-06-11T08:00:00+02:00');

    expect(textsIn(bench).at(-1)).toBe(
      '2024-06-10 provisional 3 of 3 in: EUR 60030; before EUR 60009; City EUR 40020 before EUR 40006; Harbour EUR 20010 before EUR 20003',
    );
  });

  test('waits for a first figure, and comes as soon as it is in', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    await bench.runAt('2024-06-04T03:00:30+02:00');
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T09:30:00+02:00');
    expect(textsIn(bench)).toEqual([]);

    bench.lightspeed.faults.clear();
    await bench.runAt('2024-06-04T09:45:00+02:00');
    await bench.runAt('2024-06-04T10:45:00+02:00');

    expect(textsIn(bench)).toHaveLength(1);
    expect(textsIn(bench)[0]).toMatch(/^2024-06-03 provisional 3 of 3 in: EUR 60009;/);
  });

  test('says after two hours that nothing is in, and is corrected in place when something comes', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T10:00:00+02:00');
    expect(textsIn(bench)).toEqual([expect.stringMatching(/^2024-06-03 missing 0 of 3 in: nothing;/)]);

    bench.lightspeed.faults.clear();
    await bench.runAt('2024-06-04T11:30:00+02:00');

    expect(textsIn(bench)).toEqual([expect.stringMatching(/^2024-06-03 provisional 3 of 3 in: EUR 60009;/)]);
  });

  test('says how many stores are in when one is not, and is not held against more stores than that', async () => {
    const world = worldOf({
      shops: [amsterdam, rotterdam, tokyo],
      sales: daysFrom('2024-06-01', '2024-06-12').flatMap((day) =>
        ['1', '2', '5'].map((shopID) => ({
          at: `${day}T03:00:00Z`,
          gross: Number(shopID) * 100,
          tax: 0,
          shopID,
        })),
      ),
    });
    const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
    await setUpShop(bench, { departments: { All: ['1', '2', '5'] }, digestHour: 8 });
    for (const day of daysFrom('2024-06-03', '2024-06-09')) {
      await bench.runAt(`${day}T18:00:30Z`);
      await bench.runAt(`${day}T23:00:00Z`);
      await bench.runAt(`${day}T23:59:00Z`);
    }
    await bench.runAt('2024-06-10T01:00:30Z');
    bench.lightspeed.faults.add({ kind: 'unavailable', path: 'shopID=5', times: 'always' });

    await bench.runAt('2024-06-10T18:00:30Z');
    await bench.runAt('2024-06-11T01:00:30Z');
    await bench.runAt('2024-06-11T06:00:00Z');

    expect(textsIn(bench).at(-1)).toBe(
      '2024-06-10 partial 2 of 3 in: EUR 300; before EUR 300; All EUR 300 before EUR 300',
    );
  });

  test('of a workspace in which nothing is mapped is not posted', async () => {
    const bench = await startBench({ world: threeStores(), at: '2024-06-03T10:00:00+02:00' });
    await setUpShop(bench, { digestHour: 8 });
    await bench.runAt('2024-06-04T03:00:30+02:00');

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T12:00:00+02:00');

    expect(bench.delivery.messages).toEqual([]);
  });
});

describe('after downtime', () => {
  test('the last digests are made up for, in order and once, older ones are not', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    await bench.runAt('2024-06-04T08:00:30+02:00');

    await bench.runAt('2024-06-12T09:00:00+02:00');
    await runDue(bench.engine);

    expect(textsIn(bench).map((text) => text.slice(0, 'YYYY-MM-DD'.length))).toEqual([
      '2024-06-03',
      '2024-06-08',
      '2024-06-09',
      '2024-06-10',
      '2024-06-11',
    ]);
  });
});

describe('a channel that takes no digest', () => {
  test('is told once to the person who chose it, and gets the digest when it is mended within the hour', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    await bench.runAt('2024-06-04T03:00:30+02:00');
    bench.delivery.failNext('post', 'refused', { code: 'not_in_channel' });

    await bench.runAt('2024-06-04T08:00:00+02:00');
    await bench.runAt('2024-06-04T08:30:00+02:00');
    const told = bench.delivery.messages.map(({ channelId, text }) => [channelId, text]);
    await bench.runAt('2024-06-04T09:00:00+02:00');

    expect(told).toEqual([['U1', 'undeliverable C1 not_in_channel']]);
    expect(textsIn(bench)).toHaveLength(1);
  });

  test('for a day and a half is given up', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    await bench.runAt('2024-06-04T03:00:30+02:00');
    const own = { workspaceId, day: '2024-06-03' };
    bench.delivery.failNext('post', 'refused', { code: 'is_archived' });
    await bench.runAt('2024-06-04T08:00:00+02:00');
    // No other day's digest is to come between.
    await bench.engine.models.channels.deleteMany({ workspaceId });

    bench.delivery.failNext('post', 'refused', { code: 'is_archived' });
    await bench.runAt('2024-06-05T20:01:00+02:00');
    await bench.runAt('2024-06-05T22:00:00+02:00');

    const post = await bench.engine.models.digestPosts.findOne(own).lean();
    expect(post).toMatchObject({ state: 'undeliverable', failure: 'is_archived' });
    expect(bench.delivery.messages).toHaveLength(1);
  });

  test('because Slack has trouble is tried again', async () => {
    const bench = await benchAt('2024-06-03T10:00:00+02:00');
    await bench.runAt('2024-06-04T03:00:30+02:00');
    bench.delivery.failNext('post', 'not-done', { code: 'ratelimited' });

    await bench.runAt('2024-06-04T08:00:00+02:00');
    expect(bench.delivery.messages).toEqual([]);

    await bench.runAt('2024-06-04T08:05:00+02:00');
    expect(textsIn(bench)).toHaveLength(1);
    expect(bench.delivery.searches).toEqual([]);
  });
});
