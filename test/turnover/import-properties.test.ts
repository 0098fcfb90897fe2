import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { ledgerOf } from '../../models/ledger.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { runDue } from '../../src/run-due.ts';
import { changeDayRule } from '../../src/stores/change-day-rule.ts';
import { dayLog } from '../../src/turnover/day-log.ts';
import { type Bench, startBench, workspaceId } from '../support/engine.ts';
import { expectMonthsAddUp } from '../support/months.ts';
import { amsterdam, everythingStored, manager } from '../support/shop.ts';
import { snapshot } from '../support/snapshot.ts';
import { act, addStore } from './model/deeds.ts';
import { NaiveDaybook } from './model/naive-daybook.ts';
import { type PlainTill, startPlainTill } from './model/plain-till.ts';
import { type Plan, plans } from './model/plans.ts';
import { type Shops, salesOf } from './model/shops.ts';
import { entriesOf } from './support/ledger-of.ts';

/**
 * The import as a whole, from HTTP to the database, against a naive model over random nights.
 * DAYBOOK_PROPERTY_RUNS=200 plays more plans than the few of every day, DAYBOOK_PROPERTY_SEED=2 others.
 */
const runs = Number(process.env['DAYBOOK_PROPERTY_RUNS'] ?? 10);
const seed = Number(process.env['DAYBOOK_PROPERTY_SEED'] ?? 1);
const patience = 60_000 + runs * 15_000;

const currencies = { r: ['EUR', 'JPY', 'KWD'], x: ['NZD', 'JPY', 'KWD'] };

test.each(['r', 'x'] as const)(
  'every figure is what Lightspeed (%s) showed when the rules last read its day',
  async (series) => {
    const till = await startPlainTill();
    const bench = await startBench({
      world: worldOf({ shops: [amsterdam] }),
      at: '2011-01-01T00:00:00Z',
      env: { LIGHTSPEED_R_URL: till.url, LIGHTSPEED_X_URL: till.url },
    });
    const restore = await snapshot(bench.engine.connection);
    try {
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          await restore();
          await play(bench, till, { series, plan });
        }),
        // A failure is a plan of a few nights: to make it smaller would take longer than to read it.
        { numRuns: runs, seed, endOnFailure: true },
      );
    } finally {
      till.close();
    }
  },
  patience,
);

/** Plays a plan, and after each of its steps holds everything that is kept against the model. */
async function play(bench: Bench, till: PlainTill, { series, plan }: { series: 'r' | 'x'; plan: Plan }) {
  const currency = currencies[series][plan.currency] ?? 'EUR';
  const shops: Shops = { series, currency, stores: [], sales: [], isDown: false };
  for (const store of plan.stores) addStore(shops, store);
  till.show(shops);
  bench.clock.moveTo(`${plan.start}T00:00:00Z`);
  bench.clock.pass(plan.minute * 60_000);
  const linkId = await linkShops(bench, shops, plan);
  const model = new NaiveDaybook(shops, bench.clock.now());

  for (const { minutes, isDown, deeds } of plan.steps) {
    bench.clock.pass(minutes * 60_000);
    for (const deed of deeds) act(shops, deed, bench.clock.now());
    await keepCutOffs(bench, shops, linkId);
    shops.isDown = isDown;

    await runDue(bench.engine);
    const nights = model.run(shops, bench.clock.now());

    await expectFigures(bench, model);
    await expectMonthsAddUp(bench.engine, workspaceId);
    await expectRevisionsAddUp(bench);
    await expectSplitsAddUp(bench, model);
    if (nights > 0) await expectSameAgain(bench, shops, model);
  }
}

async function linkShops(bench: Bench, shops: Shops, plan: Plan): Promise<string> {
  const { link } = await linkAccount(await bench.context(), {
    key: 'a-key-of-some-length',
    ...(shops.series === 'x' ? { prefix: 'plain' } : {}),
    userId: manager,
    deadline: 20_000,
  });
  await saveMapping(await bench.context(), {
    linkId: link._id,
    choices: plan.stores.map(({ weights }, index) => ({
      storeId: String(index + 1),
      target: { kind: 'split', shares: sharesOf(weights) },
    })),
    userId: manager,
  });
  await keepCutOffs(bench, shops, link._id);
  return link._id;
}

/** Shares of 10,000 in all, as crooked as the weights are. */
function sharesOf(weights: readonly number[]) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const cut = weights.map((weight) => Math.floor((weight / all) * 10_000));
  const left = 10_000 - cut.reduce((sum, weight) => sum + weight, 0);
  return cut.map((weight, index) => ({
    name: `Department ${index}`,
    weight: index === 0 ? weight + left : weight,
  }));
}

/** A manager sets in Daybook what the model has; stores that no night has met yet cannot be set. */
async function keepCutOffs(bench: Bench, shops: Shops, linkId: string): Promise<void> {
  const context = await bench.context();
  for (const store of shops.stores) {
    const place = { linkId, storeId: store.id, zone: null, userId: manager };
    const known = await context.models.stores.findOne({ workspaceId, linkId, storeId: store.id }).lean();
    if (!known) store.cutOffs = store.cutOffs.slice(0, 1);
    const set = known?.changes.map(({ from, cutOff }) => `${from} ${cutOff}`).join();
    if (!known || set === store.cutOffs.map(({ from, hour }) => `${from} ${hour}`).join()) continue;
    for (const { from, hour } of store.cutOffs)
      await changeDayRule(context, { ...place, from, cutOff: hour });
  }
}

async function expectFigures({ engine }: Bench, model: NaiveDaybook): Promise<void> {
  const kept = await engine.models.figures.find({ workspaceId }).lean();
  const figures = kept.map(({ day, storeId, gross, net, tax, sales, state }) => [
    `${day} ${storeId}`,
    { gross, net, tax, sales, state },
  ]);

  expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(model.figures));
}

/** A change is explained to the cent, and what explains it is kept just as long as it is needed. */
async function expectRevisionsAddUp({ engine }: Bench): Promise<void> {
  const { figures, ledgers } = engine.models;
  const kept = await figures.find({ workspaceId }).lean();
  for (const { day, storeId, revisions, gross, tax, sales, state } of kept) {
    const name = `${day} of store ${storeId}`;
    expect(revisions.at(-1), name).toMatchObject({ gross, tax, sales, state });
    for (const [index, after] of revisions.entries()) {
      const before = revisions[index - 1];
      if (!before) continue;
      const moved = after.movements.reduce(
        (sum, movement) => ({ gross: sum.gross + movement.gross, tax: sum.tax + movement.tax }),
        { gross: 0, tax: 0 },
      );
      expect(moved, name).toEqual({ gross: after.gross - before.gross, tax: after.tax - before.tax });
    }
    const chunks = await ledgers.find({ workspaceId, day, storeId }).lean();
    const entries = entriesOf(ledgerOf(chunks));
    expect(entries.length, name).toBe(state === 'provisional' ? sales : 0);
    if (state === 'provisional')
      expect(
        entries.reduce((sum, entry) => sum + entry.gross, 0),
        name,
      ).toBe(gross);
  }
}

async function expectSplitsAddUp(bench: Bench, model: NaiveDaybook): Promise<void> {
  const context = await bench.context();
  const days = [...new Set([...model.figures.keys()].map((key) => key.slice(0, 10)))];
  for (const vat of ['incl', 'excl'] as const) {
    for (const day of days) {
      const log = await dayLog({ ...context, workspace: { ...context.workspace, vat } }, { day });
      const parts = [...log.departments.flatMap(({ stores }) => stores), ...log.unmapped];
      const ofDay = [...model.figures].filter(([key]) => key.startsWith(day)).map(([, figure]) => figure);

      expect(sum(parts.map(({ figure }) => figure?.turnover ?? 0)), `${day} ${vat}`).toBe(
        sum(ofDay.map(({ gross, net }) => (vat === 'incl' ? gross : net))),
      );
      expect(sum(parts.map(({ figure }) => figure?.sales ?? 0)), day).toBe(
        sum(ofDay.map(({ sales }) => sales)),
      );
      for (const change of parts.flatMap(({ figure }) => figure?.changes ?? [])) {
        expect(sum(change.reasons.map(({ amount }) => amount)), day).toBe(change.after - change.before);
      }
    }
  }
}

/**
 * The nights that were just done are done once more, as if nobody knew that they were; and meanwhile every sale of a final
 * day was edited.
 */
async function expectSameAgain(bench: Bench, shops: Shops, model: NaiveDaybook): Promise<void> {
  const now = new Date(bench.clock.now());
  const stored = await everythingStored(bench);
  const settled = salesOf(shops, model.finalDays());
  for (const sale of settled) sale.gross += 1;
  await bench.engine.models.nights.updateMany(
    { workspaceId, state: 'done', doneAt: now },
    { $set: { state: 'waiting', dueAt: now } },
  );

  await runDue(bench.engine);

  expect(await everythingStored(bench)).toEqual(stored);
  for (const sale of settled) sale.gross -= 1;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
