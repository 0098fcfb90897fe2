import { expect, test } from 'vitest';
import { modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

/** An import during which so many minutes go by. */
async function longImport(minutes: number) {
  const scene = await openScene({ tolerated: { verdicts: ['{"ok":false,"error":"expired_url"}'] } });
  await mapped(scene, () => 'City');
  scene.workspace.lightspeed.faults.add({
    kind: 'changed-after',
    path: 'Sale.json',
    after: () => scene.clock.moveTo(new Date(scene.clock.now() + minutes * 60_000).toISOString()),
  });
  return scene;
}

const toldDirectly = (scene: Scene) =>
  scene.slack.waitFor(
    () => scene.manager.seen('app').find(({ text }) => text.includes('The last two days are in.')),
    10_000,
    'a direct message',
  );

test('what came of an import that took longer than Slack takes answers is told in a direct message', async () => {
  const scene = await longImport(31);

  await scene.manager.command('/lightspeed import', { channel: 'general' });

  expect((await toldDirectly(scene)).text).toContain('Wed 12 Nov 2025: €1,200.00 excl. VAT');
  expect(scene.manager.seen('general').map(({ text }) => text)).toEqual([
    'Reading the last two days from Lightspeed…',
  ]);
});

test('an import within half an hour is answered where it was asked for', async () => {
  const scene = await longImport(20);

  await scene.manager.command('/lightspeed import', { channel: 'general' });

  await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ text }) => text.includes('The last two days are in.')),
    10_000,
    'an answer',
  );
  expect(scene.manager.seen('app')).toEqual([]);
});

test('an import begun in a form that was closed meanwhile is told in a direct message', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['not_found'] } });
  await mapped(scene, () => 'City');
  await scene.manager.command('/lightspeed map', { channel: 'general' });
  await modalSaying(scene, 'Which department');
  await scene.manager.submit(modalOf(scene.manager));
  scene.workspace.lightspeed.faults.add({ kind: 'slow', path: 'Sale.json', ms: 1_500 });

  await scene.manager.click(modalOf(scene.manager), 'Import the last two days now');
  await scene.manager.close(await modalSaying(scene, 'Reading the last two days'));

  expect((await toldDirectly(scene)).text).toContain('Wed 12 Nov 2025');
});
