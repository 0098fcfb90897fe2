import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { runDue } from '../../src/run-due.ts';
import { ask } from './support/look.ts';
import { openScene } from './support/scene.ts';
import { imported, linked, mapped } from './support/setup.ts';

test('without a link the status says so and offers to make one', async () => {
  const scene = await openScene();

  const status = await ask(scene, '/lightspeed status');

  expect(status.words).toContain('No Lightspeed account is linked yet.');
  expect(status.words).toContain('No channel gets a digest yet.');
  await scene.manager.click(status, 'Link Lightspeed');
  await scene.slack.waitFor(() => scene.manager.modal()?.words.includes('API key'), 3_000, 'the link form');
});

test('a fresh link says what waits: no import, the next one, and the stores in no department', async () => {
  const scene = await openScene();
  await linked(scene);

  const { words, text } = await ask(scene, '/lightspeed status');

  expect(words).toContain('*Blad &amp; Boon*');
  expect(words).toContain('Nothing imported yet.');
  expect(words).toMatch(/Next import: Fri,? 14 Nov/);
  expect(words).toContain('In no department yet: Amsterdam and Rotterdam.');
  expect(text).toContain('Blad');
});

test('after an import all is well, and the days that were read are named', async () => {
  const scene = await openScene();
  await imported(scene);

  const { words } = await ask(scene, '/lightspeed status');

  expect(words).toMatch(/Last import: .*10:00, of Tue 11 Nov and Wed 12 Nov\./);
  expect(words).toContain('All is well.');
});

test('a refused key is told with since when, and the way to give a new one', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.world.revokeKey('key-1');
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  const status = await ask(scene, '/lightspeed status');

  expect(status.words).toMatch(/Lightspeed refuses the key since Fri,? 14 Nov/);
  expect(status.words).not.toContain('All is well');
  await scene.manager.click(status, 'Reconnect');
  await scene.slack.waitFor(() => scene.manager.modal()?.words.includes('API key'), 3_000, 'the link form');
});

test('the person who linked is told once, in words, that the key is refused', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.world.revokeKey('key-1');

  for (const day of ['14', '15']) {
    scene.clock.moveTo(`2025-11-${day}T03:00:30+01:00`);
    await runDue(scene.engine);
  }

  const told = scene.manager.seen('app').map(({ text }) => text);
  expect(told).toEqual([expect.stringContaining('no longer takes the key of *Blad &amp; Boon*')]);
});

test('while Lightspeed is down the status says since when and that Daybook keeps trying', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'server-error', times: 'always' });
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  const { words } = await ask(scene, '/lightspeed status');

  expect(words).toMatch(/could not be read since Fri,? 14 Nov.*keeps trying/);
  expect(words).toContain('Next try:');
});

test('a store without a time zone is named, since its days cannot be known', async () => {
  const world = worldOf({
    shops: [
      { shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' },
      { shopID: '2', name: 'Nowhere', timeZone: '' },
    ],
  });
  const scene = await openScene({ world });
  await mapped(scene);

  const { words } = await ask(scene, '/lightspeed status');

  expect(words).toContain('No time zone in Lightspeed, so not read: Nowhere.');
});

test('a member sees how Daybook is doing, without keys or buttons', async () => {
  const scene = await openScene();
  await imported(scene);

  const status = await ask(scene, '/lightspeed status', scene.member);

  expect(status.words).toContain('All is well.');
  expect(status.words).not.toContain('key ending in');
  expect(JSON.stringify(status.blocks)).not.toContain('"button"');
});
