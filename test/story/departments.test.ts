import { expect, test } from 'vitest';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { textOf } from '../../demo/slack/json.ts';
import { changeDepartmentAccess } from '../../src/access/change-access.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { mergeDepartments } from '../../src/departments/merge-departments.ts';
import { renameDepartment } from '../../src/departments/rename-department.ts';
import { saveChannel } from '../../src/digest/save-channel.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

async function openForm(scene: Scene, person: PersonDriver = scene.manager) {
  await person.command('/lightspeed departments', { channel: 'general' });
  return modalSaying(scene, 'New department', person);
}

async function add(scene: Scene, name: string) {
  await scene.manager.type(modalOf(scene.manager), 'New department', name);
  return scene.manager.submit(modalOf(scene.manager));
}

/** Presses the one `Change` button of a department, or the first one. */
async function openDepartment(scene: Scene, name: string, person: PersonDriver = scene.manager) {
  const { _id } = await departmentCalled(scene, name);
  const view = modalOf(person);
  const button = view.blocks.find((block) => JSON.stringify(block['accessory'] ?? '').includes(_id));
  const accessory = Object(button?.['accessory']);
  await person.click(view, { blockId: String(button?.['block_id']), actionId: String(accessory.action_id) });
  return modalSaying(scene, 'The new name shows in old days too.', person);
}

async function departmentCalled(scene: Scene, name: string) {
  const workspaceId = scene.slack.state.team.id;
  const department = await scene.engine.models.departments.findOne({ workspaceId, name }).lean();
  if (!department) throw new Error(`no department ${name}`);
  return department;
}

async function withDepartments(scene: Scene, names: readonly string[]) {
  const context = await scene.context();
  for (const name of names) await addDepartment(context, { name, userId: 'U1MANAGER' });
}

/** The departments in the modal, in the order in which they stand there. */
function listed({ words }: { words: string }): string[] {
  return [...words.matchAll(/^\*(.+)\*: /gm)].map(([, name]) => name ?? '');
}

test('departments are added one after the other, each time with an empty box', async () => {
  const scene = await openScene();
  const empty = await openForm(scene);

  await add(scene, '  Fresh   food ');
  const box = Object.values(modalOf(scene.manager).values).flatMap((actions) => Object.values(actions));
  await add(scene, 'Flowers');

  expect(empty.words).toContain('There is no department yet.');
  expect(box).toEqual([expect.objectContaining({ value: null })]);
  const { words } = modalOf(scene.manager);
  expect(words).toContain('*Flowers* is added.');
  expect(words).toContain('*Flowers*: no store yet');
  expect(listed({ words })).toEqual(['Flowers', 'Fresh food']);
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

test.each([
  ['spaces', '   ', 'Give it a name.'],
  ['what cannot be seen', '\u200b\u2060', 'Give it a name.'],
  ['61 letters', 'x'.repeat(61), 'At most 60 characters.'],
])('a name of %s is told at the field', async (_what, name, words) => {
  const scene = await openScene();
  await openForm(scene);

  await add(scene, name);

  expect(Object.values(modalOf(scene.manager).errors)).toEqual([words]);
});

test('each department is shown with its stores', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');

  const { words } = await openForm(scene);

  expect(words).toContain('*City*: Amsterdam and Rotterdam');
});

test('a department is renamed and put in another place, and the day’s log follows', async () => {
  const scene = await openScene();
  await imported(scene);
  await openForm(scene);
  const form = await openDepartment(scene, 'Rotterdam');
  const places = await scene.manager.typeAhead(form, 'Place in lists', '');
  await scene.manager.type(form, 'Name', 'Harbour 🚢');
  await scene.manager.select(form, 'Place in lists', 'First');

  await scene.manager.submit(form);

  const list = modalOf(scene.manager);
  const answer = await ask(scene, '/turnover 2025-11-12');
  expect(places.map((place) => textOf(place['text']))).toEqual(['First', 'After Amsterdam']);
  expect(list.words).toContain('*Rotterdam* is called *Harbour 🚢* now.');
  expect(listed(list)).toEqual(['Harbour 🚢', 'Amsterdam']);
  expect(answer.text).toMatch(/Harbour 🚢.*Amsterdam/s);
});

test('the order that was given is forgotten again when a manager says so', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['A', 'B', 'C']);
  const plain = await openForm(scene);
  const form = await openDepartment(scene, 'A');
  await scene.manager.select(form, 'Place in lists', 'After C');
  await scene.manager.submit(form);
  const ordered = modalOf(scene.manager);

  await scene.manager.click(ordered, 'Sort by name', { confirm: true });

  const sorted = await modalSaying(scene, 'in the order of their names now');
  expect(plain.words).not.toContain('Sort by name');
  expect(listed(ordered)).toEqual(['B', 'C', 'A']);
  expect(listed(sorted)).toEqual(['A', 'B', 'C']);
});

test('two managers who rename one department: the second sees what the first did', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['Bakery']);
  await openForm(scene);
  const form = await openDepartment(scene, 'Bakery');
  const { _id: departmentId } = await departmentCalled(scene, 'Bakery');
  const other = { was: 'Bakery', name: 'Bread', userId: 'U9' };
  await renameDepartment(await scene.context(), { ...other, departmentId });
  await scene.manager.type(form, 'Name', 'Brot');

  await scene.manager.submit(form);

  const { words } = modalOf(scene.manager);
  expect(words).toContain('it is called *Bread* now. Nothing of yours was saved.');
  expect((await departmentCalled(scene, 'Bread'))._id).toBe(departmentId);
});

test('a department that was merged away meanwhile cannot be changed, and the list says so', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['Bakery', 'Bread']);
  await openForm(scene);
  const form = await openDepartment(scene, 'Bread');
  const [from, into] = [await departmentCalled(scene, 'Bread'), await departmentCalled(scene, 'Bakery')];
  await mergeDepartments(await scene.context(), { from: from._id, into: into._id, userId: 'U9' });
  await scene.manager.type(form, 'Name', 'Brot');

  await scene.manager.submit(form);

  const list = modalOf(scene.manager);
  expect(list.words).toContain('That department is not there any more');
  expect(listed(list)).toEqual(['Bakery']);
});

test('a department with stores is not archived; an empty one is, and comes back', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');
  await withDepartments(scene, ['Old']);
  await openForm(scene);
  const full = await openDepartment(scene, 'City');
  await scene.manager.click(full, 'All departments');
  await modalSaying(scene, 'New department');
  const empty = await openDepartment(scene, 'Old');

  await scene.manager.click(empty, 'Archive', { confirm: true });

  const archived = await modalSaying(scene, '*Old* is archived. Its figures stay.');
  await add(scene, 'OLD');
  const { errors } = modalOf(scene.manager);
  await scene.manager.click(modalOf(scene.manager), 'Archived (1)');
  const shelf = await modalSaying(scene, 'They show in old days');
  await scene.manager.click(shelf, 'Bring back');
  await modalSaying(scene, '*Old* is back.');
  await scene.manager.click(modalOf(scene.manager), 'All departments');
  const list = await modalSaying(scene, 'New department');
  expect(full.words).toContain('cannot be archived while stores belong to it: Amsterdam and Rotterdam.');
  await expect(scene.manager.click(full, 'Archive')).rejects.toThrow();
  expect(listed(archived)).toEqual(['City']);
  expect(Object.values(errors)).toEqual([
    'An archived department has this name. Bring it back, or take another name.',
  ]);
  expect(listed(list)).toEqual(['City', 'Old']);
});

test('an archived department cannot be chosen for a store', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');
  await withDepartments(scene, ['Old']);
  await openForm(scene);
  await scene.manager.click(await openDepartment(scene, 'Old'), 'Archive', { confirm: true });
  await modalSaying(scene, 'is archived');
  await scene.manager.close(modalOf(scene.manager));

  await scene.manager.command('/lightspeed map', { channel: 'general' });
  const form = await modalSaying(scene, 'Which department');

  await expect(scene.manager.select(form, 'Amsterdam', 'Old')).rejects.toThrow("does not offer 'Old'");
});

test('a merge says what it moves, asks, and the other department has the figures of old days', async () => {
  const scene = await openScene();
  await imported(scene);
  await openForm(scene);
  await scene.manager.click(await openDepartment(scene, 'Rotterdam'), 'Merge into another…');
  const choose = await modalSaying(scene, 'Into which department');
  const offered = await scene.manager.typeAhead(choose, 'Merge into', '');
  await scene.manager.select(choose, 'Merge into', 'Amsterdam');
  await scene.manager.submit(choose);
  const question = modalOf(scene.manager);

  await scene.manager.submit(question);

  const list = modalOf(scene.manager);
  const answer = await ask(scene, '/turnover 2025-11-12');
  expect(offered.map((each) => textOf(each['text']))).toEqual(['Amsterdam']);
  expect(question.words).toContain('Merge *Rotterdam* into *Amsterdam*?');
  expect(question.words).toContain('This moves the figures of 1 store on 2 days.');
  expect(question.words).toContain('This cannot be undone.');
  expect(list.words).toContain('*Rotterdam* is part of *Amsterdam* now: 1 store, 2 days.');
  expect(listed(list)).toEqual(['Amsterdam']);
  expect(answer.text).toContain('Amsterdam: €1,200.00');
  expect(answer.words).toContain('Rotterdam');
});

test('a merge says beforehand who will see what comes out of it, and which channels will be told more', async () => {
  const scene = await openScene();
  await imported(scene);
  const [from, into] = [
    await departmentCalled(scene, 'Rotterdam'),
    await departmentCalled(scene, 'Amsterdam'),
  ];
  const list = { people: ['U2MEMBER', 'U3GUEST'], channels: [], shown: [] };
  const userId = 'U1MANAGER';
  await changeDepartmentAccess(await scene.context(), { departmentId: from._id, list, userId });
  await saveChannel(await scene.context(), { channelId: 'C1SALES', departments: [into._id], userId });
  await openForm(scene);
  await scene.manager.click(await openDepartment(scene, 'Rotterdam'), 'Merge into another…');
  const choose = await modalSaying(scene, 'Into which department');
  await scene.manager.select(choose, 'Merge into', 'Amsterdam');
  await scene.manager.submit(choose);

  const { words } = modalOf(scene.manager);
  await scene.manager.submit(modalOf(scene.manager));

  expect(words).toContain(
    'so *Amsterdam* then is: only who may see both sees it. Beside managers: <@U2MEMBER>.',
  );
  expect(words).toContain('The digest in <#C1SALES> tells of one of the two alone');
  const shown = await ask(scene, '/turnover 2025-11-12', scene.guest);
  expect(shown.text).not.toContain('€');
});

test('a merge asked for twice happens once', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['Bakery', 'Bread']);
  await openForm(scene);
  await scene.manager.click(await openDepartment(scene, 'Bread'), 'Merge into another…');
  const choose = await modalSaying(scene, 'Into which department');
  await scene.manager.select(choose, 'Merge into', 'Bakery');
  await scene.manager.submit(choose);
  const [from, into] = [await departmentCalled(scene, 'Bread'), await departmentCalled(scene, 'Bakery')];
  await mergeDepartments(await scene.context(), { from: from._id, into: into._id, userId: 'U9' });

  await scene.manager.submit(modalOf(scene.manager));

  expect(modalOf(scene.manager).words).toContain('That department is not there any more');
});

test('the only department has nothing to be merged into', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['Bakery']);
  await openForm(scene);

  await scene.manager.click(await openDepartment(scene, 'Bakery'), 'Merge into another…');

  const { words, submit } = await modalSaying(scene, 'There is no other department');
  expect(words).toContain('All departments');
  expect(submit).toBeUndefined();
});

test('150 departments come in pages, and one is found by typing', async () => {
  const scene = await openScene();
  const names = Array.from({ length: 150 }, (_, index) => `Department ${index + 1}`);
  await withDepartments(scene, names);
  const first = await openForm(scene);
  await scene.manager.click(first, 'More');
  const second = await modalSaying(scene, 'Page 2 of 8, 150 departments');

  const found = await scene.manager.typeAhead(second, 'pick_department', 'ment 14');
  await scene.manager.select(second, 'pick_department', 'Department 149');

  const form = await modalSaying(scene, 'The new name shows in old days too.');
  await scene.manager.select(form, 'Place in lists', 'After Department 7');
  await scene.manager.submit(form);
  const { words } = modalOf(scene.manager);
  expect(listed(second)).toEqual(names.slice(20, 40));
  expect(found).toHaveLength(11);
  expect(words).toContain('Page 1 of 8');
  expect(listed({ words }).slice(5, 9)).toEqual([
    'Department 6',
    'Department 7',
    'Department 149',
    'Department 8',
  ]);
});

test('a member neither opens the departments nor is offered any, nor changes one', async () => {
  const scene = await openScene();
  await withDepartments(scene, ['Bakery', 'Bread']);
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U2MEMBER'] } });
  await openForm(scene, scene.member);
  const form = await openDepartment(scene, 'Bread', scene.member);
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: [] } });
  await scene.member.type(form, 'Name', 'Brot');

  const offered = await scene.member.typeAhead(form, 'Place in lists', '');
  await scene.member.submit(form);

  expect(offered).toEqual([]);
  expect(modalOf(scene.member).words).toContain('Only managers can do this');
  expect((await departmentCalled(scene, 'Bread')).name).toBe('Bread');
  await scene.member.close(modalOf(scene.member));
  await scene.member.command('/lightspeed departments', { channel: 'general' });
  await modalSaying(scene, 'Only managers can do this', scene.member);
});
