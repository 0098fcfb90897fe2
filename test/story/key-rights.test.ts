import { expect, test } from 'vitest';
import { runDue } from '../../src/run-due.ts';
import { compareLinks } from '../../src/turnover/compare-links.ts';
import { chooseOfDay } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

const right = '`employee:register`';

const forbidSales = (scene: Scene) =>
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden', path: 'Sale.json', times: 'always' });

test('a key that may not read sales is told with the right to ask for, by night, in the status and on asking', async () => {
  const scene = await openScene();
  await mapped(scene);
  forbidSales(scene);
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  const [notice] = scene.manager.seen('app');
  const status = await ask(scene, '/lightspeed status');
  await scene.manager.command('/lightspeed import', { channel: 'general' });
  const told = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ text }) => text.includes('did not succeed')),
    8_000,
    'what came of the import',
  );

  for (const words of [notice?.text, status.words, told.text]) {
    expect(words).toContain(right);
    expect(words).not.toContain('refuses the key');
  }
});

test('a day that cannot be checked because of a missing right names it too', async () => {
  const scene = await openScene();
  await imported(scene);
  forbidSales(scene);

  await chooseOfDay(scene, { day: '2025-11-11', entry: 'Check against Lightspeed' });

  expect((await modalSaying(scene, 'could not be read')).words).toContain(right);
});

test('linking with a key that may read nothing names the right at the field', async () => {
  const scene = await openScene();
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden', times: 'always' });
  await scene.manager.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key');
  await scene.manager.type(form, 'API key', 'key-1');

  await scene.manager.submit(form);

  expect(Object.values(modalOf(scene.manager).errors).join()).toContain('employee:register');
});

test('a person waits for Lightspeed only so long, and all accounts share the time', async () => {
  const scene = await openScene();
  await imported(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'hang', times: 'always' });
  const begun = performance.now();

  const compared = await compareLinks(await scene.context(), { day: '2025-11-11', patience: 300 });

  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(compared).toMatchObject({ kind: 'compared', unread: [{ failure: 'LightspeedSlowError' }] });
  scene.workspace.lightspeed.faults.clear();
});
