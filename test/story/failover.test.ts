import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { connect } from '../../src/database/connect.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { runDue } from '../../src/run-due.ts';
import { startThreeNodes, type ThreeNodes } from '../database/support/three-nodes.ts';
import { type Bench, startBench } from '../support/engine.ts';
import { amsterdam, everythingStored, rotterdam, salesChannel, setUpShop } from '../support/shop.ts';
import { silent } from '../support/silent.ts';
import { ask } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const inWords = 'Daybook cannot reach its database right now. Nothing was changed. Try again in a minute.';

let nodes: ThreeNodes;

beforeAll(async () => {
  // Ten times as fast as usual, so that nobody waits.
  nodes = await startThreeNodes(inject('mongodPath'), 1_000);
}, 60_000);
afterAll(() => nodes.stop());
beforeEach(() => nodes.revive());

/** Two stores with three pages of sales of the third of June, and a digest at eight. */
async function benchBeforeNight(): Promise<Bench> {
  const bench = await startBench({
    world: worldOf({
      shops: [amsterdam, rotterdam],
      sales: Array.from({ length: 250 }, (_, index) => ({
        at: '2024-06-03T12:00:00+02:00',
        gross: 100,
        tax: 0,
        shopID: index % 2 === 0 ? '1' : '2',
      })),
    }),
    at: '2024-06-03T10:00:00+02:00',
    server: nodes.uri,
  });
  await setUpShop(bench, { departments: { City: ['1'], Harbour: ['2'] }, digestHour: 8 });
  return bench;
}

/** Does what is due, and again after what failed waits for; a process looks every five minutes. */
async function runUntilDone({ engine, clock }: Bench, instant: string): Promise<void> {
  clock.moveTo(instant);
  for (let look = 0; look < 3; look += 1) {
    await runDue(engine).catch(() => undefined);
    clock.pass(6 * 60_000);
  }
}

test('a night whose database loses its primary between two pages, and again before its digest, is whole and told once', async () => {
  const bench = await benchBeforeNight();
  const killed: Promise<void>[] = [];
  const after = () => void killed.push(nodes.killPrimary());
  bench.lightspeed.faults.add({ kind: 'changed-after', path: 'Sale.json', skip: 1, after });

  await runUntilDone(bench, '2024-06-04T03:00:30+02:00');
  await nodes.revive();
  bench.delivery.duringNext('post', () => nodes.killPrimary());
  await runUntilDone(bench, '2024-06-04T08:00:10+02:00');

  await Promise.all(killed);
  const { figures } = await everythingStored(bench);
  expect(killed).toHaveLength(1);
  expect(
    figures
      .filter(({ day }) => day === '2024-06-03')
      .map(({ storeId, gross, sales, state, revisions }) => [storeId, gross, sales, state, revisions.length]),
  ).toEqual([
    ['1', 12_500, 125, 'provisional', 1],
    ['2', 12_500, 125, 'provisional', 1],
  ]);
  expect(bench.delivery.inChannel(salesChannel)).toHaveLength(1);
  expect(bench.delivery.inThread(bench.delivery.inChannel(salesChannel)[0]?.ts)).toHaveLength(1);
}, 60_000);

test('a command as the primary goes is answered rightly or asks to try again, and then works', async () => {
  const scene = await openScene({
    reach: async () => {
      const uri = withDatabase(nodes.uri, `test-${randomUUID()}`);
      const connection = await connect({ uri, logger: silent });
      const close = () => connection.dropDatabase().then(() => connection.close());
      return { connection, close };
    },
  });
  await imported(scene);
  const rightly = expect.stringContaining('Amsterdam: €1,000.00');

  const [turnover] = await Promise.all([ask(scene, '/turnover'), nodes.killPrimary()]);
  const settings = await ask(scene, '/lightspeed status');
  const later = await ask(scene, '/turnover');

  expect([rightly, inWords]).toContainEqual(turnover.text);
  expect(settings.text).not.toContain('unexpected');
  expect(later.text).toEqual(rightly);
}, 60_000);
