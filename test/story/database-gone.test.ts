import { expect, test } from 'vitest';
import { people } from '../../demo/local-workspace.ts';
import type { SeenView } from '../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { runDue } from '../../src/run-due.ts';
import { type CuttableWay, cuttableWay } from './support/cuttable.ts';
import { keptOf } from './support/days.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const inWords = 'Daybook cannot reach its database right now. Nothing was changed. Try again in a minute.';

/** As many people who manage Daybook as there are forms, so that nobody waits for one after the other. */
const managers = [1, 2, 3, 4, 5].map((number) => ({
  id: `U${number}BOSS`,
  name: `Boss ${number}`,
  is_admin: true,
}));

/** A scene with a link, mapped and imported, of which the database can be cut off. */
async function cuttableScene(patienceMs?: number) {
  let way: CuttableWay | undefined;
  const scene = await openScene({
    slack: { people: [...people, ...managers] },
    reach: async (uri) => {
      way = await cuttableWay(uri, patienceMs);
      return way;
    },
  });
  if (!way) throw new Error('the scene has no way to its database');
  await imported(scene);
  return { scene, way };
}

/** How long a server is looked for where it does not matter how long that takes, milliseconds. */
const soon = 400;

test('/turnover and /lightspeed status say so, and work again when it is back', async () => {
  const { scene, way } = await cuttableScene(soon);
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
  const { scene, way } = await cuttableScene(soon);
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

/** Opens every form, each by somebody else, and fills what it asks for. */
async function openAll(scene: Scene) {
  const opened: { person: PersonDriver; form: SeenView }[] = [];
  for (const [index, [word, words]] of forms.entries()) {
    const person = scene.slack.as(managers[index]?.id ?? '');
    await person.command(`/lightspeed ${word}`, { channel: 'general' });
    const form = await modalSaying(scene, words, person);
    if (word === 'link') await person.type(form, 'API key', 'key-1');
    if (word === 'departments') await person.type(form, 'New department', 'Bakery');
    opened.push({ person, form });
  }
  return opened;
}

/** Everybody submits; what became of it, and that the forms say so in words. */
async function submitAll(scene: Scene, opened: Awaited<ReturnType<typeof openAll>>) {
  const outcomes = await Promise.all(opened.map(({ person, form }) => person.submit(form)));
  for (const { person } of opened) await modalSaying(scene, inWords, person);
  return outcomes.map(({ acked }) => acked);
}

test('every form says so when it is submitted as the database goes', async () => {
  const { scene, way } = await cuttableScene(soon);
  const opened = await openAll(scene);
  way.cut();

  expect(await submitAll(scene, opened)).toEqual(forms.map(() => true));
});

test('every form is answered in time while the database is looked for longer than Slack waits', async () => {
  const { scene, way } = await cuttableScene();
  const opened = await openAll(scene);
  await way.cutLongAgo();

  expect(await submitAll(scene, opened)).toEqual(forms.map(() => true));
});

test('a night that the database goes away from is done when it is back, and nothing is lost', async () => {
  const { scene, way } = await cuttableScene(soon);
  const { clock, engine, workspace } = scene;
  workspace.lightspeed.faults.add({ kind: 'changed-after', path: 'Sale.json', after: way.cut });

  clock.moveTo('2025-11-14T03:00:30+01:00');
  const during = await runDue(engine).then(
    () => 'done',
    () => 'failed',
  );
  way.mend();
  clock.moveTo('2025-11-14T03:06:30+01:00');
  await runDue(engine);

  expect(during).toBe('failed');
  expect(await keptOf(scene, '2025-11-12')).toMatchObject({
    1: { gross: 121_000, state: 'final' },
    2: { gross: 24_200, state: 'final' },
  });
  expect(await keptOf(scene, '2025-11-13')).toMatchObject({ 1: { gross: 0, state: 'provisional' } });
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
  const { scene, way } = await cuttableScene(soon);
  const base = `http://127.0.0.1:${scene.workspace.config.port}`;
  way.cut();

  const [health, readiness] = await Promise.all([fetch(`${base}/healthz`), fetch(`${base}/readyz`)]);

  expect(health.status).toBe(200);
  expect(readiness.status).toBe(503);
  expect(await readiness.text()).toContain('the database does not answer');
});
