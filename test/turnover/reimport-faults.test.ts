import { describe, expect, test } from 'vitest';
import type { FaultKind } from '../../demo/lightspeed/faults.ts';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { contextOf } from '../../src/context.ts';
import { runDue } from '../../src/run-due.ts';
import { reimportDay } from '../../src/turnover/reimport-day.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { dyingAtEveryStep } from '../support/every-step.ts';
import { amsterdam, everythingStored, manager, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

const day = '2024-06-03';

/** A final day of two stores, told in a digest, of which sales on the first and the last page were voided since. */
async function benchBeforeWork(perStore: number): Promise<Bench> {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: Array.from({ length: 2 * perStore }, (_, index) => ({
      at: `${day}T12:00:00+02:00`,
      gross: 100,
      tax: 0,
      shopID: index % 2 === 0 ? '1' : '2',
    })),
  });
  const bench = await startBench({ world, at: `${day}T10:00:00+02:00` });
  await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] }, digestHour: 8 });
  for (const date of ['2024-06-04', '2024-06-05']) {
    await bench.runAt(`${date}T03:00:30+02:00`);
    await bench.runAt(`${date}T08:00:00+02:00`);
  }
  for (const saleID of [1, 2 * perStore]) world.voidSale(saleID, Date.parse('2024-06-05T11:00:00+02:00'));
  bench.clock.moveTo('2024-06-05T12:00:00+02:00');
  return bench;
}

async function reimport(bench: Bench, engine = bench.engine) {
  return reimportDay(contextOf(engine, (await bench.context()).workspace), { day, who: manager });
}

/** What is kept of the day, and what is told of it. */
async function outcome(bench: Bench) {
  const figures = await bench.engine.models.figures.find({ workspaceId, day }).sort({ storeId: 1 }).lean();
  const digest = bench.delivery.inChannel(salesChannel).find(({ text }) => text.startsWith(day));
  return {
    figures: figures.map(({ storeId, gross, state, revisions }) => [storeId, gross, state, revisions.length]),
    digest: digest?.text,
    thread: bench.delivery
      .inThread(digest?.ts)
      .map(({ text }) => text)
      .filter((text) => text.includes(' now ')),
  };
}

describe('a day that is imported again', () => {
  test('is, after a crash at any step, as it was or as it was to be, and the same once it is done again', async () => {
    const bench = await benchBeforeWork(2);
    const before = await outcome(bench);
    const dyingAtEach = await dyingAtEveryStep(bench);
    await reimport(bench);
    await runDue(bench.engine);
    const expected = await outcome(bench);

    const crashes = await dyingAtEach({
      work: (engine) => reimport(bench, engine),
      crashed: async (name) =>
        expect([before.figures, expected.figures], name).toContainEqual((await outcome(bench)).figures),
      mend: async () => {
        await reimport(bench);
        await runDue(bench.engine);
      },
      mended: async (name) => expect(await outcome(bench), name).toEqual(expected),
    });

    expect(before.figures).toEqual([
      ['1', 200, 'final', 2],
      ['2', 200, 'final', 2],
    ]);
    expect(expected.figures).toEqual([
      ['1', 100, 'reimported', 3],
      ['2', 100, 'reimported', 3],
    ]);
    expect(expected.thread).toHaveLength(1);
    expect(crashes).toBeGreaterThan(10);
  }, 120_000);

  test.each<FaultKind>([
    'server-error',
    'drop-midway',
    'truncated',
    'duplicate-page',
    'foreign-next',
    'repeated-cursor',
    'forbidden',
  ])('and whose last page cannot be read keeps its figures (%s)', async (kind) => {
    const bench = await benchBeforeWork(125);
    const stored = await everythingStored(bench);
    bench.lightspeed.faults.add({
      kind,
      path: 'Sale.json',
      skip: 2,
      times: 'always',
      to: 'http://127.0.0.2:9',
    });

    const failed = await reimport(bench);

    const afterFault = await everythingStored(bench);
    bench.lightspeed.faults.clear();
    await reimport(bench);
    expect(failed).toMatchObject({ kind: 'done', written: [], unread: [{ failure: expect.any(String) }] });
    expect(afterFault).toEqual(stored);
    expect((await outcome(bench)).figures).toEqual([
      ['1', 12_400, 'reimported', 3],
      ['2', 12_400, 'reimported', 3],
    ]);
  });
});
