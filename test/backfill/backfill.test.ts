import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { Revision } from '../../models/figure.ts';
import { changeBackfill } from '../../src/backfill/change-backfill.ts';
import { runNextSlice } from '../../src/backfill/run-next-slice.ts';
import { startBackfill } from '../../src/backfill/start-backfill.ts';
import { pauseLink, resumeLink } from '../../src/lightspeed/pause-link.ts';
import type { Connect } from '../../src/lightspeed/till.ts';
import { runDue } from '../../src/run-due.ts';
import { addDays, daysFrom } from '../../src/turnover/trading-day.ts';
import { startBench, workspaceId } from '../support/engine.ts';
import { manager, setUpShop } from '../support/shop.ts';

const first = '2025-10-01';
const last = '2025-10-31';

async function openShop() {
  const world = worldOf({
    shops: [{ shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' }],
    sales: daysFrom(first, last).map((day, index) => ({ at: `${day}T12:00:00+01:00`, gross: 1_000 + index })),
  });
  const bench = await startBench({ world, at: '2025-11-11T10:00:00+01:00' });
  const { link } = await setUpShop(bench, { departments: { Bakery: ['1'] } });
  const start = async (from = first, to = last) =>
    startBackfill(await bench.context(), { link, from, to, userId: manager });
  const daysIn = async () => {
    const figures = await bench.engine.models.figures
      .find({ workspaceId, day: { $gte: first, $lte: last } })
      .sort({ day: 1 })
      .lean();
    return figures.map(({ day, gross, state }) => ({ day, gross, state }));
  };
  return { bench, link, start, daysIn };
}

const allDays = daysFrom(first, last).map((day, index) => ({ day, gross: 1_000 + index, state: 'final' }));

test('older days are read, final at once, and one message shows how far it is', async () => {
  const { bench, start, daysIn } = await openShop();
  await start();

  await runDue(bench.engine);

  expect(await daysIn()).toEqual(allDays);
  expect(bench.delivery.messages).toHaveLength(1);
  expect(bench.delivery.messages[0]?.text).toContain('"state":"done","daysDone":31,"daysAll":31');
});

test('the newest days come first, and every slice goes on where the last one ended', async () => {
  const { bench, start, daysIn } = await openShop();
  await start();

  await runNextSlice(bench.engine);
  const afterOne = await daysIn();
  await runNextSlice(bench.engine);

  expect(afterOne).toEqual(allDays.slice(-7));
  expect(await daysIn()).toEqual(allDays.slice(-14));
});

test('a fault in the midst leaves what is in, and the slice is read again later', async () => {
  const { bench, start, daysIn } = await openShop();
  await start();
  await runNextSlice(bench.engine);
  bench.lightspeed.faults.add({ kind: 'forbidden', path: 'Sale.json', times: 1 });

  await runNextSlice(bench.engine);
  const afterFault = await daysIn();
  await bench.runAt('2025-11-11T13:00:00+01:00');

  expect(afterFault).toEqual(allDays.slice(-7));
  expect(await daysIn()).toEqual(allDays);
});

test('it can be paused, goes on when it is resumed, and stops for good when it is stopped', async () => {
  const { bench, start, daysIn } = await openShop();
  const started = await start();
  const backfillId = 'backfill' in started ? started.backfill._id : '';
  const change = async (what: 'pause' | 'resume' | 'stop') =>
    changeBackfill(await bench.context(), { backfillId, change: what, userId: manager });

  await change('pause');
  await runDue(bench.engine);
  const whilePaused = await daysIn();
  await change('resume');
  await runNextSlice(bench.engine);
  await change('stop');
  await runDue(bench.engine);

  expect(whilePaused).toEqual([]);
  expect(await daysIn()).toEqual(allDays.slice(-7));
  expect(await change('resume')).toBe(false);
});

test('days that are final already are left as they are', async () => {
  const { bench, link, start } = await openShop();
  const place = { workspaceId, linkId: link._id, storeId: '1', day: last };
  const amounts = { gross: 5, net: 5, tax: 0, sales: 1 };
  const revision: Revision = { ...amounts, at: new Date(), source: 'night', state: 'final', movements: [] };
  await bench.engine.models.figures.create({
    ...place,
    ...amounts,
    currency: 'EUR',
    state: 'final',
    revisions: [revision],
  });
  await start();

  await runDue(bench.engine);

  const figure = await bench.engine.models.figures.findOne(place).lean();
  expect([figure?.gross, figure?.revisions.length]).toEqual([5, 1]);
});

test('a second one of the same link, days to come, or more than 25 months are refused', async () => {
  const { start } = await openShop();

  expect(await start('2025-11-01', '2025-11-11')).toEqual({ refused: 'future' });
  expect(await start('2023-10-01', last)).toEqual({ refused: 'too-far' });
  expect(await start(last, first)).toEqual({ refused: 'backwards' });
  expect(await start()).toHaveProperty('backfill');
  expect(await start(first, addDays(first, 1))).toEqual({ refused: 'under-way' });
});

test('it waits while its account is paused, says so, and goes on by itself when that is resumed', async () => {
  const { bench, link, start, daysIn } = await openShop();
  const input = { linkId: link._id, userId: manager };
  await start();
  await runNextSlice(bench.engine);

  await pauseLink(await bench.context(), input);
  await bench.runAt('2025-11-11T16:00:00+01:00');
  const whilePaused = await daysIn();
  const said = bench.delivery.messages[0]?.text;
  await resumeLink(await bench.context(), input);
  await runDue(bench.engine);

  expect(whilePaused).toEqual(allDays.slice(-7));
  expect(said).toContain('"state":"held"');
  expect(await daysIn()).toEqual(allDays);
  expect(bench.delivery.messages).toHaveLength(1);
});

test('what a slice has read when its account is paused is thrown away', async () => {
  const { bench, link, start, daysIn } = await openShop();
  await start();
  let paused: Promise<unknown> = Promise.resolve();
  const context = await bench.context();
  bench.lightspeed.faults.add({
    kind: 'changed-after',
    path: 'Sale.json',
    after: () => {
      paused = pauseLink(context, { linkId: link._id, userId: manager });
    },
  });

  await runNextSlice({ ...bench.engine, connect: slowly(bench.engine.connect, () => paused) });
  await paused;

  expect(await daysIn()).toEqual([]);
});

/** A till whose pages come only after something else has happened. */
function slowly(connect: Connect, until: () => Promise<unknown>): Connect {
  return (access) => {
    const connector = connect(access);
    return {
      ...connector,
      sales: async function* (window) {
        for await (const page of connector.sales(window)) {
          await until();
          yield page;
        }
        await until();
      },
    };
  };
}

test('it leaves half of the bucket to the nights', async () => {
  const { bench, start } = await openShop();
  await start();
  const asked: (boolean | undefined)[] = [];
  const connect: Connect = (access) => {
    asked.push(access.isGentle);
    return bench.engine.connect(access);
  };

  bench.clock.moveTo('2025-11-12T03:01:00+01:00');
  await runDue({ ...bench.engine, connect });

  const [night, ...slices] = asked;
  expect(night).toBeUndefined();
  expect(new Set(slices)).toEqual(new Set([true]));
});

test('older days of a paused account are not begun', async () => {
  const { bench, link } = await openShop();
  await pauseLink(await bench.context(), { linkId: link._id, userId: manager });
  const paused = { ...link, state: 'paused' as const };

  const started = startBackfill(await bench.context(), {
    link: paused,
    from: first,
    to: last,
    userId: manager,
  });

  expect(await started).toEqual({ refused: 'paused' });
});
