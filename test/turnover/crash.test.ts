import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { runDue } from '../../src/run-due.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { dyingAtEveryStep } from '../support/every-step.ts';
import { amsterdam, everythingStored, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';

/** A bench before its second night, which corrects a digest, has a day to catch up with and another digest to post. */
async function benchBeforeWork() {
  const world = worldOf({
    shops: [amsterdam, rotterdam],
    sales: [
      { at: '2024-06-03T12:00:00+02:00', gross: 1000, tax: 0 },
      { at: '2024-06-03T13:00:00+02:00', gross: 300, tax: 0 },
      { at: '2024-06-04T12:00:00+02:00', gross: 500, tax: 0, shopID: '2' },
      { at: '2024-06-05T12:00:00+02:00', gross: 700, tax: 0 },
    ],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] }, digestHour: 8 });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  await bench.runAt('2024-06-04T08:00:00+02:00');
  world.voidSale(1, Date.parse('2024-06-04T11:00:00+02:00'));
  bench.clock.moveTo('2024-06-06T08:00:00+02:00');
  return bench;
}

/** Everything the work leaves behind that people or later nights see; times differ after a crash. */
async function outcome(bench: Bench) {
  const { figures, ledgers } = await everythingStored(bench);
  const { models } = bench.engine;
  return {
    figures: figures.map(({ linkId: _, revisions, ...figure }) => ({
      ...figure,
      revisions: revisions.map(({ at: _at, ...revision }) => revision),
    })),
    ledgers: ledgers.map(({ linkId: _, ...ledger }) => ledger),
    nights: (await models.nights.find({ workspaceId }).sort({ date: 1 }).lean()).map(({ date, state }) => [
      date,
      state,
    ]),
    messages: bench.delivery.inChannel(salesChannel).map(({ ts, text }) => ({
      text,
      thread: bench.delivery.inThread(ts).map((reply) => reply.text),
    })),
  };
}

test('a crash at any step, and another process after it, leave what one without a crash leaves', async () => {
  const bench = await benchBeforeWork();
  const dyingAtEach = await dyingAtEveryStep(bench);
  await runDue(bench.engine);
  const expected = await outcome(bench);

  const crashes = await dyingAtEach({
    work: runDue,
    mend: () => runDue(bench.engine),
    mended: async (name) => expect(await outcome(bench), name).toEqual(expected),
  });

  expect(crashes).toBeGreaterThan(50);
}, 240_000);
