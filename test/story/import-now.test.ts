import { expect, test } from 'vitest';
import { ask } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

/** What is said in the end, after 'Reading…'. */
function outcome(scene: Scene, words: string): Promise<string> {
  return scene.slack.waitFor(
    () =>
      scene.manager
        .seen('general')
        .map(({ text }) => text)
        .find((text) => text.includes(words)),
    10_000,
    `"${words}"`,
  );
}

test('an import at once tells that it runs, then what it brought', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');

  const running = await ask(scene, '/lightspeed import');

  expect(running.text).toBe('Reading the last two days from Lightspeed…');
  const done = await outcome(scene, 'The last two days are in.');
  expect(done).toContain('Wed 12 Nov 2025: €1,200.00 excl. VAT');
  expect(done).toContain('Tue 11 Nov 2025: €150.00 excl. VAT');
});

test('a second import of the same days says that they were in already, and changes nothing', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  const before = await scene.connection.collection('figures').find().toArray();

  await ask(scene, '/lightspeed import');

  expect(await outcome(scene, 'were in already')).toContain('Nothing was changed.');
  expect(await scene.connection.collection('figures').find().toArray()).toEqual(before);
});

test('an import that Lightspeed refuses says why, and that nothing was changed', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.world.revokeKey('key-1');

  await ask(scene, '/lightspeed import');

  const told = await outcome(scene, 'did not succeed');
  expect(told).toContain('nothing was changed');
  expect(told).toContain('Lightspeed refuses the key. Give a new one with `/lightspeed link`.');
});

test('an import while Lightspeed is down says that Daybook tries again by itself', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.workspace.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });

  await ask(scene, '/lightspeed import');

  expect(await outcome(scene, 'did not succeed')).toContain('Daybook tries again by itself.');
  expect(await scene.connection.collection('figures').countDocuments()).toBe(0);
});

test('without a link the first step is named', async () => {
  const scene = await openScene();

  await ask(scene, '/lightspeed import');

  expect(await outcome(scene, 'No Lightspeed account')).toContain('/lightspeed link');
});

test('the button of the status imports too', async () => {
  const scene = await openScene();
  await mapped(scene);
  const status = await ask(scene, '/lightspeed status');

  await scene.manager.click(status, 'Import now');

  await outcome(scene, 'The last two days are in.');
});
