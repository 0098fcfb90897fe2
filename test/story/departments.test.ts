import { expect, test } from 'vitest';
import { modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { mapped } from './support/setup.ts';

async function openForm(scene: Scene) {
  await scene.manager.command('/lightspeed departments', { channel: 'general' });
  return modalSaying(scene, 'New department');
}

async function add(scene: Scene, name: string) {
  await scene.manager.type(modalOf(scene.manager), 'New department', name);
  return scene.manager.submit(modalOf(scene.manager));
}

test('departments are added one after the other, each time with an empty box', async () => {
  const scene = await openScene();
  const empty = await openForm(scene);

  await add(scene, '  Fresh   food ');
  const box = Object.values(modalOf(scene.manager).values).flatMap((actions) => Object.values(actions));
  await add(scene, 'Flowers');

  expect(empty.words).toContain('There is no department yet.');
  expect(box).toEqual([expect.objectContaining({ value: null })]);
  expect(modalOf(scene.manager).words).toContain('*Flowers*: no store yet\n*Fresh food*: no store yet');
});

test('a name there is already is told at the field, whatever its case', async () => {
  const scene = await openScene();
  await openForm(scene);
  await add(scene, 'Bakery');

  const outcome = await add(scene, 'BAKERY');

  expect(outcome.answer).toBe('errors');
  expect(Object.values(modalOf(scene.manager).errors)).toEqual([
    'There is a department with this name already.',
  ]);
  expect(await scene.engine.models.departments.find({ workspaceId: scene.slack.state.team.id })).toHaveLength(
    1,
  );
});

test('a name of spaces is told at the field', async () => {
  const scene = await openScene();
  await openForm(scene);

  await add(scene, '   ');

  expect(Object.values(modalOf(scene.manager).errors)).toEqual(['Give it a name.']);
});

test('each department is shown with its stores', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');

  const { words } = await openForm(scene);

  expect(words).toContain('*City*: Amsterdam and Rotterdam');
});
