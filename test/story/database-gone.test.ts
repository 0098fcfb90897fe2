import { expect, test } from 'vitest';
import type { SeenView } from '../../demo/slack/driver/look.ts';
import { type CuttableWay, cuttableWay } from './support/cuttable.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const inWords = 'Daybook cannot reach its database right now. Nothing was changed. Try again in a minute.';

/** A scene with a link, mapped and imported, of which the database can be cut off. */
async function cuttableScene() {
  let way: CuttableWay | undefined;
  const scene = await openScene({
    reach: async (uri) => {
      way = await cuttableWay(uri);
      return way;
    },
  });
  if (!way) throw new Error('the scene has no way to its database');
  await imported(scene);
  return { scene, way };
}

test('/turnover and /lightspeed status say so, and work again when it is back', async () => {
  const { scene, way } = await cuttableScene();
  way.cut();

  const turnover = await ask(scene, '/turnover');
  const status = await ask(scene, '/lightspeed status');
  way.mend();
  const later = await ask(scene, '/turnover');

  expect(turnover.text).toBe(inWords);
  expect(status.text).toBe(inWords);
  expect(later.text).toContain('Amsterdam: €1,000.00');
});

test('a form opens with the words', async () => {
  const { scene, way } = await cuttableScene();
  way.cut();

  await scene.manager.command('/lightspeed map', { channel: 'general' });

  await modalSaying(scene, inWords);
});

const forms: readonly [word: string, words: string][] = [
  ['settings', 'Hour of the digest'],
  ['unlink', 'Unlink *'],
  ['map', 'Which department'],
  ['departments', 'New department'],
  ['link', 'API key'],
];

/** Fills what a form asks for. */
async function openFilled(scene: Scene, word: string, words: string): Promise<SeenView> {
  await scene.manager.command(`/lightspeed ${word}`, { channel: 'general' });
  const form = await modalSaying(scene, words);
  if (word === 'link') await scene.manager.type(form, 'API key', 'key-1');
  if (word === 'departments') await scene.manager.type(form, 'New department', 'Bakery');
  return form;
}

test.each(forms)('the %s form says so when it is submitted as the database goes', async (word, words) => {
  const { scene, way } = await cuttableScene();
  const form = await openFilled(scene, word, words);
  way.cut();

  const outcome = await scene.manager.submit(form);

  expect(outcome.acked).toBe(true);
  await modalSaying(scene, inWords);
});

test.each(forms)('the %s form is answered in time while the database is looked for', async (word, words) => {
  const { scene, way } = await cuttableScene();
  const form = await openFilled(scene, word, words);
  await way.cutLongAgo();

  const outcome = await scene.manager.submit(form);

  expect(outcome.acked).toBe(true);
  await modalSaying(scene, inWords);
});

test('the readiness check is not well either once the connection is closed for good', async () => {
  const scene = await openScene();
  const { port } = scene.workspace.config;
  const ready = () => fetch(`http://127.0.0.1:${port}/readyz`);
  const before = await ready();
  const { connection } = scene.engine;

  const db = connection.db;
  Object.defineProperty(connection, 'db', { value: undefined, configurable: true });
  const after = await ready();
  Object.defineProperty(connection, 'db', { value: db, configurable: true });

  expect([before.status, after.status]).toEqual([200, 503]);
});

test('the health check stays well and the readiness check says that the database does not answer', async () => {
  const { scene, way } = await cuttableScene();
  const base = `http://127.0.0.1:${scene.workspace.config.port}`;
  way.cut();

  const [health, readiness] = await Promise.all([fetch(`${base}/healthz`), fetch(`${base}/readyz`)]);

  expect(health.status).toBe(200);
  expect(readiness.status).toBe(503);
  expect(await readiness.text()).toContain('the database does not answer');
});
