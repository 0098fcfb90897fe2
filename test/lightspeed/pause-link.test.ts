import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { pauseLink, resumeLink } from '../../src/lightspeed/pause-link.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { importNow } from '../../src/turnover/import-now.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { amsterdam, manager, salesChannel, setUpShop, storedFigures } from '../support/shop.ts';
import { linkedByConsent, startOAuthBench } from './oauth/consent.ts';

/** Sells for 121.00 at noon each day from 10 to 24 November 2025. */
function busyShop() {
  const days = Array.from({ length: 15 }, (_, index) => 10 + index);
  const sales = days.map((day) => ({ at: `2025-11-${day}T12:00:00+01:00`, gross: 12_100, shopID: '1' }));
  return worldOf({ account: { name: 'Blad & Boon' }, shops: [amsterdam], sales });
}

async function pausedBench() {
  const bench = await startBench({ world: busyShop(), at: '2025-11-12T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { Shop: ['1'] }, digestHour: 8 });
  await bench.runAt('2025-11-13T03:01:00+01:00');
  await bench.runAt('2025-11-13T08:01:00+01:00');
  bench.clock.moveTo('2025-11-13T10:00:00+01:00');
  await pauseLink(await bench.context(), { linkId: link._id, userId: manager });
  return { bench, link };
}

const runMornings = async (bench: Bench, from: number, to: number) => {
  for (let day = from; day <= to; day += 1) {
    await bench.runAt(`2025-11-${day}T03:01:00+01:00`);
    await bench.runAt(`2025-11-${day}T11:01:00+01:00`);
  }
};

describe('a paused link', () => {
  test('is read by no night, and asks nothing of Lightspeed', async () => {
    const { bench } = await pausedBench();
    const asked = bench.lightspeed.requests.length;

    await runMornings(bench, 14, 17);

    expect(bench.lightspeed.requests).toHaveLength(asked);
    expect(await storedFigures(bench, '2025-11-13')).toEqual({});
  });

  test('has no store that a digest or a day log waits for', async () => {
    const { bench } = await pausedBench();

    await runMornings(bench, 14, 17);

    const log = await dayLog(await bench.context(), { day: '2025-11-14' });
    expect([log.state, log.storesExpected]).toEqual(['unknown', 0]);
    expect(bench.delivery.inChannel(salesChannel)).toHaveLength(1);
  });

  test('is not imported by hand either', async () => {
    const { bench, link } = await pausedBench();
    const paused = { ...link, state: 'paused' as const };

    const { outcome } = await importNow(await bench.context(), { link: paused });

    expect(outcome).toBe('paused');
  });

  test('is read again after it is resumed, without the days of the pause', async () => {
    const { bench, link } = await pausedBench();
    await runMornings(bench, 14, 19);
    bench.clock.moveTo('2025-11-20T10:00:00+01:00');

    const resumed = await resumeLink(await bench.context(), { linkId: link._id, userId: manager });
    await runMornings(bench, 21, 22);

    const states = await Promise.all(
      ['12', '13', '17', '18', '19', '20', '21'].map(async (day) => [
        day,
        (await storedFigures(bench, `2025-11-${day}`))['1']?.state,
      ]),
    );
    expect(resumed).toBe(true);
    expect(Object.fromEntries(states)).toEqual({
      // Read for the first time before the pause, so its second reading is still due.
      12: 'final',
      13: undefined,
      17: undefined,
      18: undefined,
      19: 'final',
      20: 'final',
      21: 'provisional',
    });
  });

  test('has the days made up for that an outage before the pause had cost', async () => {
    const bench = await startBench({ world: busyShop(), at: '2025-11-12T10:00:00+01:00' });
    const { link } = await setUpShop(bench, { departments: { Shop: ['1'] } });
    const input = { linkId: link._id, userId: manager };
    await bench.runAt('2025-11-13T03:01:00+01:00');
    bench.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    for (const day of [14, 15, 16]) await bench.runAt(`2025-11-${day}T03:01:00+01:00`);
    bench.clock.moveTo('2025-11-16T10:00:00+01:00');
    await pauseLink(await bench.context(), input);
    bench.lightspeed.faults.clear();
    await runMornings(bench, 17, 19);
    bench.clock.moveTo('2025-11-20T10:00:00+01:00');

    await resumeLink(await bench.context(), input);
    await runMornings(bench, 21, 21);

    const read = await Promise.all(
      [12, 13, 14, 15, 16, 17, 18].map(async (day) =>
        Object.keys(await storedFigures(bench, `2025-11-${day}`)),
      ),
    );
    expect(read.map((stores) => stores.length)).toEqual([1, 1, 1, 1, 0, 0, 0]);
  });

  test('is not read by a night that began while it was paused', async () => {
    const { bench, link } = await pausedBench();
    bench.clock.moveTo('2025-11-20T10:00:00+01:00');
    await resumeLink(await bench.context(), { linkId: link._id, userId: manager });
    const asked = bench.lightspeed.requests.length;

    await bench.runAt('2025-11-20T10:05:00+01:00');

    expect(bench.lightspeed.requests).toHaveLength(asked);
  });

  test('whose linker leaves Slack is offered to managers all the same, once', async () => {
    const { bench } = await pausedBench();
    await bench.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U2'] } });
    bench.delivery.people.set(manager, { name: 'Marieke', isDeleted: true });

    await runMornings(bench, 14, 16);

    expect(bench.delivery.inChannel('U2').map(({ text }) => text)).toEqual([
      'Marieke, who linked Blad & Boon, is gone',
    ]);
  });

  test('can be paused once and resumed once', async () => {
    const { bench, link } = await pausedBench();
    const context = await bench.context();
    const input = { linkId: link._id, userId: manager };

    const done = [
      await pauseLink(context, input),
      await resumeLink(context, input),
      await resumeLink(context, input),
    ];

    expect(done).toEqual([false, true, false]);
  });
});

test('a consent that a paused link does not use is foretold a week before it runs out, once', async () => {
  const bench = await startOAuthBench();
  const { link } = await linkedByConsent(bench);
  await pauseLink(await bench.context(), { linkId: link._id, userId: manager });

  await bench.runAt('2025-12-06T09:00:00+01:00');
  const before = bench.delivery.inChannel(manager).length;
  await bench.runAt('2025-12-06T10:01:00+01:00');
  await bench.runAt('2025-12-07T10:01:00+01:00');

  expect(before).toBe(0);
  expect(bench.delivery.inChannel(manager).map(({ text }) => text)).toEqual([
    'consent for Blad & Boon ends 2025-12-13T09:00:00.000Z',
  ]);
});
