import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { saveMapping } from '../../src/departments/save-mapping.ts';
import { forgeMetadata, otherWorkspace, viewOf } from './support/forge.ts';
import { modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { linked } from './support/setup.ts';

const userId = 'U1MANAGER';

const storeName = (number: number) => `Store ${String(number).padStart(3, '0')}`;

async function bigScene({ stores = 300, departments = 150 } = {}): Promise<Scene> {
  const shops = Array.from({ length: stores }, (_, index) => ({
    shopID: String(index + 1),
    name: storeName(index + 1),
    timeZone: 'Europe/Amsterdam',
  }));
  const scene = await openScene({ world: worldOf({ shops }) });
  await linked(scene);
  const context = await scene.context();
  for (let number = 1; number <= departments; number += 1) {
    await addDepartment(context, { name: `Department ${number}`, userId });
  }
  return scene;
}

async function openForm(scene: Scene, person: PersonDriver = scene.manager) {
  await person.command('/lightspeed map', { channel: 'general' });
  return modalSaying(scene, 'Which department', person);
}

/** Maps a store as another manager would, who sits somewhere else. */
async function mapElsewhere(scene: Scene, storeId: string, name: string, who = 'U2MEMBER') {
  const link = await scene.engine.models.links.findOne({ workspaceId: scene.slack.state.team.id }).lean();
  await saveMapping(await scene.context(), {
    linkId: link?._id ?? '',
    choices: [{ storeId, target: { kind: 'new', name } }],
    userId: who,
  });
}

async function mappedStores(scene: Scene): Promise<Record<string, string>> {
  const workspaceId = scene.slack.state.team.id;
  const departments = await scene.engine.models.departments.find({ workspaceId }).lean();
  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]));
  const mappings = await scene.engine.models.mappings.find({ workspaceId }).sort({ storeId: 1 }).lean();
  return Object.fromEntries(
    mappings.map(({ storeId, shares }) => [storeId, nameOf.get(shares[0]?.departmentId ?? '') ?? 'ignored']),
  );
}

const sizeOf = (scene: Scene, view: { id: string }) =>
  Buffer.byteLength(JSON.stringify(viewOf(scene, view).content));

test('300 stores and 150 departments: found, paged, chosen by typing, and saved at once', async () => {
  const scene = await bigScene();
  const { manager } = scene;
  const first = await openForm(scene);
  await manager.select(first, storeName(1), 'Department 77');
  await manager.click(modalOf(manager), 'More stores');
  const second = await modalSaying(scene, 'Page 2 of 15');
  await manager.select(second, storeName(21), 'Ignore this store');
  await manager.type(modalOf(manager), 'Find a store', '29', { enter: true });
  const found = await modalSaying(scene, '13 of 300 stores');
  await manager.select(found, storeName(299), 'Department 150');
  const sizes = [first, second, found].map((view) => sizeOf(scene, view));

  await manager.submit(modalOf(manager));

  expect(modalOf(manager).words).toContain('*Saved.* 2 stores in 2 departments.');
  expect(await mappedStores(scene)).toEqual({
    '1': 'Department 77',
    '21': 'ignored',
    '299': 'Department 150',
  });
  expect(found.words).toContain('You have unsaved choices* for 2 stores');
  expect(Math.max(...sizes)).toBeLessThan(30_000);
});

test('with every store mapped, the biggest form stays far below what Slack takes', async () => {
  const scene = await bigScene();
  const link = await scene.engine.models.links.findOne({ workspaceId: scene.slack.state.team.id }).lean();
  await saveMapping(await scene.context(), {
    linkId: link?._id ?? '',
    choices: Array.from({ length: 300 }, (_, index) => ({
      storeId: String(index + 1),
      target: { kind: 'new', name: `Department ${(index % 150) + 1}` } as const,
    })),
    userId,
  });

  const form = await openForm(scene);

  expect(form.blocks.length).toBeLessThan(100);
  expect(sizeOf(scene, form)).toBeLessThan(30_000);
  expect(viewOf(scene, form).content['private_metadata']).toHaveLength(24);
});

test('only the stores that are not mapped are shown, and the page stays while one maps them', async () => {
  const scene = await bigScene({ stores: 45, departments: 2 });
  const { manager } = scene;
  for (let number = 1; number <= 20; number += 1) await mapElsewhere(scene, String(number), 'Department 1');
  const form = await openForm(scene);
  await manager.click(form, 'Only not mapped yet (25)');
  const narrowed = await modalSaying(scene, '25 of 45 stores');
  await manager.select(narrowed, storeName(21), 'Department 2');

  await manager.click(modalOf(manager), 'More stores');

  const last = await modalSaying(scene, 'Page 2 of 2');
  await manager.click(last, 'All stores (45)');
  const all = await modalSaying(scene, 'Page 1 of 3');
  expect(narrowed.words).toContain(storeName(21));
  expect(narrowed.words).not.toContain(storeName(20));
  expect(last.words).toContain(storeName(41));
  expect(last.words).not.toContain(storeName(40));
  expect(all.words).toContain(storeName(1));
});

test('a search that finds nothing says so, and clearing it shows all stores again', async () => {
  const scene = await bigScene({ stores: 25, departments: 1 });
  const { manager } = scene;
  await openForm(scene);

  await manager.type(modalOf(manager), 'Find a store', 'nowhere', { enter: true });
  const nothing = await modalSaying(scene, 'No store is like that.');
  await manager.click(nothing, 'All stores (25)');
  const all = await modalSaying(scene, storeName(1));

  expect(nothing.words).toContain('0 of 25 stores');
  expect(JSON.stringify(all.values)).not.toContain('nowhere');
});

test('a form that is closed keeps what was chosen and typed, and offers to drop it', async () => {
  const scene = await bigScene({ stores: 2, departments: 2 });
  const { manager } = scene;
  const form = await openForm(scene);
  await manager.select(form, storeName(1), 'New department…');
  await modalSaying(scene, 'New department for Store 001');
  await manager.type(modalOf(manager), 'New department for Store 001', 'Typed only');
  await manager.close(modalOf(manager));

  const resumed = await openForm(scene);
  await manager.click(resumed, 'Drop my choices', { confirm: true });
  const dropped = await scene.slack.waitFor(
    () => (modalOf(manager).words.includes('unsaved') ? undefined : modalOf(manager)),
    5_000,
    'the form without choices',
  );
  await manager.close(dropped);
  const again = await openForm(scene);

  expect(resumed.words).toMatch(/You have unsaved choices\* for 1 store, of Thu/);
  expect(JSON.stringify(resumed.values)).toContain('Typed only');
  expect(JSON.stringify(dropped.values)).not.toMatch(/Typed only|"new"/);
  expect(again.words).not.toContain('unsaved');
});

test('a form that is opened and closed untouched leaves nothing behind', async () => {
  const scene = await bigScene({ stores: 2, departments: 1 });

  await scene.manager.close(await openForm(scene));

  const again = await openForm(scene);
  expect(again.words).not.toContain('unsaved');
});

test('what another manager mapped meanwhile is shown with their name before anything is saved', async () => {
  const scene = await bigScene({ stores: 3, departments: 3 });
  const { manager } = scene;
  await mapElsewhere(scene, '1', 'Department 1');
  const form = await openForm(scene);
  await manager.select(form, storeName(1), 'Department 3');
  await mapElsewhere(scene, '1', 'Department 2');
  await mapElsewhere(scene, '2', 'Department 2');

  await manager.submit(modalOf(manager));
  const shown = modalOf(manager);
  const between = await mappedStores(scene);
  await manager.submit(shown);

  expect(shown.words).toContain('Nothing of yours is saved yet.');
  expect(shown.words).toContain(
    '*Store 001*: Department 1 → Department 2, by <@U2MEMBER>, Thu 13 Nov, 10:00. You chose Department 3: saving puts that in its place.',
  );
  expect(shown.words).toContain('*Store 002*: no department → Department 2, by <@U2MEMBER>');
  expect(JSON.stringify(shown.values['store:1@1'])).toContain('Department 3');
  expect(JSON.stringify(shown.values['store:2@1'])).toContain('Department 2');
  expect(between).toEqual({ '1': 'Department 2', '2': 'Department 2' });
  expect(modalOf(manager).words).toContain('*Saved.*');
  expect(await mappedStores(scene)).toEqual({ '1': 'Department 3', '2': 'Department 2' });
});

test('each manager has choices of their own', async () => {
  const scene = await bigScene({ stores: 2, departments: 2 });
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U2MEMBER'] } });
  await scene.manager.select(await openForm(scene), storeName(1), 'Department 1');
  await scene.manager.close(modalOf(scene.manager));

  const theirs = await openForm(scene, scene.member);

  expect(theirs.words).not.toContain('unsaved');
  expect(JSON.stringify(theirs.values)).not.toContain('Department 1');
});

test('whoever is no manager any more is offered no department while typing', async () => {
  const scene = await bigScene({ stores: 1, departments: 60 });
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U2MEMBER'] } });
  const form = await openForm(scene, scene.member);
  const before = await scene.member.typeAhead(form, storeName(1), 'Department 5');
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: [] } });

  const after = await scene.member.typeAhead(form, storeName(1), 'Department 5');

  expect(before.length).toBeGreaterThan(3);
  expect(after).toEqual([]);
});

test('typing never finds another workspace’s departments, whatever the form says it is about', async () => {
  const scene = await bigScene({ stores: 1, departments: 60 });
  const { departmentId } = await otherWorkspace(scene);
  const form = await openForm(scene);
  forgeMetadata(scene, form, departmentId);

  const offered = await scene.manager.typeAhead(form, storeName(1), 'secret');

  // What may be chosen of every store: a new department, a split, nothing.
  expect(offered.map(({ value }) => value)).toEqual(['new', 'split', 'ignore']);
});

test('a department that is archived while the form is open is told at its store', async () => {
  const scene = await bigScene({ stores: 2, departments: 2 });
  const { manager } = scene;
  const form = await openForm(scene);
  await manager.select(form, storeName(1), 'Department 2');
  await scene.engine.models.departments.updateOne(
    { workspaceId: scene.slack.state.team.id, name: 'Department 2' },
    { $set: { archivedAt: new Date(0) } },
  );

  await manager.submit(modalOf(manager));

  expect(Object.values(modalOf(manager).errors)).toEqual([
    'This department is not there any more. Choose another one.',
  ]);
  expect(await mappedStores(scene)).toEqual({});
});

test('a store whose own department is archived still shows it, and nothing else offers it', async () => {
  const scene = await bigScene({ stores: 2, departments: 1 });
  await mapElsewhere(scene, '1', 'Department 1');
  await scene.engine.models.departments.updateOne(
    { workspaceId: scene.slack.state.team.id, name: 'Department 1' },
    { $set: { archivedAt: new Date(0) } },
  );

  const form = await openForm(scene);
  await expect(scene.manager.select(form, storeName(2), 'Department 1')).rejects.toThrow('does not offer');
  await scene.manager.submit(form);

  expect(JSON.stringify(form.values['store:1'])).toContain('Department 1 (archived)');
  expect(await mappedStores(scene)).toEqual({ '1': 'Department 1' });
});

test('only another day moves the beginning of what was saved last', async () => {
  const scene = await bigScene({ stores: 2, departments: 2 });
  const { manager } = scene;
  await mapElsewhere(scene, '1', 'Department 1');
  await mapElsewhere(scene, '2', 'Department 1');
  scene.clock.moveTo('2025-11-20T10:00:00+01:00');
  await mapElsewhere(scene, '1', 'Department 2');
  const form = await openForm(scene);
  await manager.select(form, 'Changes count from', '2025-11-15');

  await manager.submit(form);

  const workspaceId = scene.slack.state.team.id;
  const mappings = await scene.engine.models.mappings
    .find({ workspaceId })
    .sort({ storeId: 1, from: 1 })
    .lean();
  expect(mappings.map(({ storeId, from }) => [storeId, from])).toEqual([
    ['1', '0001-01-01'],
    ['1', '2025-11-15'],
    ['2', '0001-01-01'],
  ]);
});
