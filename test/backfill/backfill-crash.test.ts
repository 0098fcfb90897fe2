import { describe, expect, test } from 'vitest';
import type { FaultKind } from '../../demo/lightspeed/faults.ts';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { runNextSlice } from '../../src/backfill/run-next-slice.ts';
import { startBackfill } from '../../src/backfill/start-backfill.ts';
import { runDue } from '../../src/run-due.ts';
import { daysFrom } from '../../src/turnover/trading-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { dyingAtEveryStep } from '../support/every-step.ts';
import { amsterdam, everythingStored, manager, setUpShop } from '../support/shop.ts';

const first = '2025-10-01';
const last = '2025-10-10';
const auckland = { shopID: '2', name: 'Auckland', timeZone: 'Pacific/Auckland' };

/** Ten older days of two stores in two zones, asked for: two slices of two streams each, with several pages. */
async function benchBeforeWork(perDay = 1): Promise<Bench> {
  const world = worldOf({
    shops: [amsterdam, auckland],
    sales: daysFrom(first, last).flatMap((day, index) =>
      Array.from({ length: perDay }, () => [
        { at: `${day}T12:00:00+02:00`, gross: 1_000 + index, shopID: '1' },
        { at: `${day}T12:00:00+13:00`, gross: 50 + index, shopID: '2' },
      ]).flat(),
    ),
  });
  const bench = await startBench({ world, at: '2025-11-11T10:00:00+01:00' });
  const { link } = await setUpShop(bench);
  await startBackfill(await bench.context(), { link, from: first, to: last, userId: manager });
  return bench;
}

/** What people and later work see of it; times differ after a crash. */
async function outcome(bench: Bench) {
  const { figures, ledgers } = await everythingStored(bench);
  const backfills = await bench.engine.models.backfills.find({ workspaceId }).lean();
  return {
    figures: figures.map(({ day, storeId, gross, state, revisions }) => [
      `${day} ${storeId} ${gross} ${state}`,
      revisions.map(({ source }) => source),
    ]),
    ledgers,
    backfills: backfills.map(({ state, next, failure }) => ({ state, next, failure })),
  };
}

test('a crash at any step of a backfill, and another process after it, leave what one without a crash leaves', async () => {
  const bench = await benchBeforeWork();
  const dyingAtEach = await dyingAtEveryStep(bench);
  await runDue(bench.engine);
  const expected = await outcome(bench);

  const crashes = await dyingAtEach({
    work: runDue,
    mend: () => runDue(bench.engine),
    mended: async (name) => {
      expect(await outcome(bench), name).toEqual(expected);
      expect(bench.delivery.messages.at(-1)?.text, `shown ${name}`).toContain('"state":"done"');
    },
  });

  expect(expected.figures).toHaveLength(20);
  expect(crashes).toBeGreaterThan(20);
}, 240_000);

describe('a slice of which the last page cannot be read', () => {
  test.each<FaultKind>([
    'server-error',
    'drop-midway',
    'truncated',
    'duplicate-page',
    'foreign-next',
    'repeated-cursor',
    'forbidden',
  ])('writes none of its days (%s), and is read again later', async (kind) => {
    const bench = await benchBeforeWork(20);
    const skip = 1;
    bench.lightspeed.faults.add({ kind, path: 'Sale.json', skip, times: 'always', to: 'http://127.0.0.2:9' });

    await runNextSlice(bench.engine);

    const failed = await outcome(bench);
    expect(failed.figures).toEqual([]);
    expect(failed.backfills).toMatchObject([{ state: 'running', next: last, failure: expect.any(String) }]);

    bench.lightspeed.faults.clear();
    await bench.runAt('2025-11-11T12:00:00+01:00');

    const mended = await outcome(bench);
    expect(mended.backfills).toMatchObject([{ state: 'done', failure: null }]);
    expect(mended.figures).toHaveLength(20);
    expect(mended.figures[0]).toEqual([`${first} 1 20000 final`, ['backfill']]);
  });
});

test('the end of a backfill that Slack does not take at first is shown later, and not for ever', async () => {
  const bench = await benchBeforeWork();
  await runNextSlice(bench.engine);
  bench.delivery.failNext('update', 'not-done', { code: 'ratelimited' });

  await runNextSlice(bench.engine);
  const atOnce = bench.delivery.messages[0]?.text;
  await bench.runAt('2025-11-11T10:05:00+01:00');

  expect(atOnce).toContain('"state":"running"');
  expect(bench.delivery.messages[0]?.text).toContain('"state":"done"');
  const edits = bench.delivery.messages[0]?.earlier.length;
  await bench.runAt('2025-11-11T10:10:00+01:00');
  expect(bench.delivery.messages[0]?.earlier).toHaveLength(edits ?? 0);
});
