import { expect, test } from 'vitest';
import { runDue } from '../../src/run-due.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

async function openForm(scene: Scene) {
  await scene.manager.command('/lightspeed unlink', { channel: 'general' });
  return modalSaying(scene, 'Unlink *Blad &amp; Boon*?');
}

test('unlinking asks first; closing the question changes nothing', async () => {
  const scene = await openScene();
  const before = await imported(scene);
  const question = await openForm(scene);

  await scene.manager.close(question);

  const link = await scene.engine.models.links
    .findOne({ workspaceId: before.workspaceId, _id: before._id })
    .lean();
  expect(question.words).toContain('Its key is deleted');
  expect(link?.state).toBe('active');
});

test('unlinking deletes the key, ends the nights and keeps the figures', async () => {
  const scene = await openScene();
  const { workspaceId, _id } = await imported(scene, () => 'City');
  const question = await openForm(scene);

  await scene.manager.submit(question);

  expect(modalOf(scene.manager).words).toContain('is unlinked and its key deleted. Its figures stay.');
  const link = await scene.engine.models.links.findOne({ workspaceId, _id }).lean();
  expect(link).toMatchObject({ state: 'unlinked', key: null });
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  const before = scene.workspace.lightspeed.requests.length;
  await runDue(scene.engine);
  expect(scene.workspace.lightspeed.requests).toHaveLength(before);
  expect((await ask(scene, '/turnover 2025-11-12')).text).toContain('City: €1,200.00');
});

test('a link that was ended meanwhile is said to be gone', async () => {
  const scene = await openScene();
  await imported(scene);
  const question = await openForm(scene);
  await scene.connection.collection('links').updateMany({}, { $set: { state: 'unlinked', key: null } });

  await scene.manager.submit(question);

  expect(modalOf(scene.manager).words).toContain('was unlinked already. Nothing was changed.');
});

test('without a link there is nothing to unlink, and it says so', async () => {
  const scene = await openScene();

  await scene.manager.command('/lightspeed unlink', { channel: 'general' });

  await modalSaying(scene, 'there is nothing to unlink');
});

test('an unlinked account can be linked again and goes on with its mapping', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  await scene.manager.submit(await openForm(scene));
  await scene.manager.close(modalOf(scene.manager));

  await scene.manager.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key');
  await scene.manager.type(form, 'API key', 'key-1');
  await scene.manager.submit(form);

  await modalSaying(scene, 'has its new key');
  expect((await ask(scene, '/lightspeed status')).words).not.toContain('In no department yet');
});
