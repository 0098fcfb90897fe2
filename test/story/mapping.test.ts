import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import type { SeenView } from '../../demo/slack/driver/look.ts';
import { addDepartment } from '../../src/departments/add-department.ts';
import { modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, linked, mapped } from './support/setup.ts';

async function openForm(scene: Scene): Promise<SeenView> {
  await scene.manager.command('/lightspeed map', { channel: 'general' });
  return modalSaying(scene, 'Which department');
}

async function chooseNew(scene: Scene, store: string, name: string): Promise<void> {
  const label = `New department for ${store}`;
  await scene.manager.select(modalOf(scene.manager), store, 'New department…');
  await modalSaying(scene, label);
  if (name !== '') await scene.manager.type(modalOf(scene.manager), label, name);
}

const departments = async (scene: Scene) =>
  (await scene.engine.models.departments.find({ workspaceId: scene.slack.state.team.id }).lean()).map(
    ({ name }) => name,
  );

function manyStores(count: number) {
  const shops = Array.from({ length: count }, (_, index) => ({
    shopID: String(index + 1),
    name: `Store ${String(index + 1).padStart(2, '0')}`,
    timeZone: 'Europe/Amsterdam',
  }));
  return worldOf({ shops });
}

async function withDepartments(scene: Scene, count: number): Promise<void> {
  const context = await scene.context();
  for (let number = 1; number <= count; number += 1) {
    const name = `Department ${String(number).padStart(2, '0')}`;
    await addDepartment(context, { name, userId: 'U1MANAGER' });
  }
}

test('without a link the form says what comes first', async () => {
  const scene = await openScene();

  await scene.manager.command('/lightspeed map');

  await modalSaying(scene, 'No Lightspeed account is linked yet.');
});

test('stores are labelled by their names, and what was saved is said with the next import', async () => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City');
  await scene.manager.select(modalOf(scene.manager), 'Rotterdam', 'Ignore this store');

  await scene.manager.submit(modalOf(scene.manager));

  const { words } = modalOf(scene.manager);
  expect(words).toContain('*Saved.* 1 store in 1 department.');
  expect(words).toContain('*City*: Amsterdam');
  expect(words).toContain('Ignored: Rotterdam');
  expect(words).toMatch(/The next import runs Fri,? 14 Nov,? .*03:0/);
});

test('a store left without a choice stays out and is named', async () => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City');

  await scene.manager.submit(modalOf(scene.manager));

  expect(modalOf(scene.manager).words).toContain('Not mapped yet, so in no total: Rotterdam');
});

test('the second time the form shows what is mapped now, and yesterday’s turnover beside it', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');

  const form = await openForm(scene);

  const chosen = Object.values(form.values).flatMap((actions) => Object.values(actions));
  expect(chosen.map((value) => JSON.stringify(value))).toEqual([
    expect.stringContaining('City'),
    expect.stringContaining('City'),
    // From which day a change would count: today.
    expect.stringContaining('2025-11-13'),
  ]);
  expect(form.words).toContain('Yesterday: €1,000.00 excl. VAT, 1 sale');
});

test('saving a form in which nothing was changed changes nothing', async () => {
  const scene = await openScene();
  await mapped(scene);
  const before = await scene.connection.collection('mappings').find().toArray();

  await openForm(scene);
  await scene.manager.submit(modalOf(scene.manager));

  expect(modalOf(scene.manager).words).toContain('*Saved.* 2 stores in 2 departments.');
  expect(await scene.connection.collection('mappings').find().toArray()).toEqual(before);
});

test('one new name for two stores makes one department, whatever its case and spaces', async () => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City  Shops');
  await chooseNew(scene, 'Rotterdam', ' city shops');

  await scene.manager.submit(modalOf(scene.manager));

  expect(await departments(scene)).toEqual(['City Shops']);
  expect(modalOf(scene.manager).words).toContain('*City Shops*: Amsterdam and Rotterdam');
});

test.each([
  ['no name', ''],
  ['spaces', '   '],
])('a new department with %s is told at its field, and what else is chosen stays', async (_case, name) => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City');
  await chooseNew(scene, 'Rotterdam', name);

  const outcome = await scene.manager.submit(modalOf(scene.manager));

  const form = modalOf(scene.manager);
  expect(outcome.answer).toBe('errors');
  expect(form.errors).toEqual({ 'name:2': 'Give the new department a name.' });
  expect(JSON.stringify(form.values['name:1'])).toContain('City');
  expect(await departments(scene)).toEqual([]);
});

test('two quick choices both get their field for a name', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['hash_conflict'] } });
  await linked(scene);
  const form = await openForm(scene);

  await Promise.all([
    scene.manager.select(form, 'Amsterdam', 'New department…'),
    scene.manager.select(form, 'Rotterdam', 'New department…'),
  ]);

  await modalSaying(scene, 'New department for Amsterdam');
  await modalSaying(scene, 'New department for Rotterdam');
});

test('over twenty stores come in pages, and what was chosen on each is kept', async () => {
  const scene = await openScene({ world: manyStores(45) });
  await linked(scene);
  const { manager } = scene;
  const first = await openForm(scene);
  expect(first.words).toContain('Page 1 of 3');
  await expect(manager.click(first, 'Previous stores')).rejects.toThrow('There is no button');
  await chooseNew(scene, 'Store 01', 'First');
  await manager.click(modalOf(manager), 'More stores');
  await modalSaying(scene, 'Page 2 of 3');
  await chooseNew(scene, 'Store 21', 'Second');
  await manager.click(modalOf(manager), 'More stores');
  const last = await modalSaying(scene, 'Page 3 of 3');
  expect(last.words).toContain('Store 45');
  await manager.select(last, 'Store 45', 'Ignore this store');
  await manager.click(modalOf(manager), 'Previous stores');
  const again = await modalSaying(scene, 'Page 2 of 3');
  expect(JSON.stringify(again.values['name:21'])).toContain('Second');

  await manager.submit(modalOf(manager));

  const { words } = modalOf(manager);
  expect(words).toContain('*First*: Store 01');
  expect(words).toContain('*Second*: Store 21');
  expect(words).toContain('Ignored: Store 45');
});

test('a missing name on another page brings that page back instead of an error nobody sees', async () => {
  const scene = await openScene({ world: manyStores(21) });
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Store 01', '');
  await scene.manager.click(modalOf(scene.manager), 'More stores');
  await modalSaying(scene, 'Page 2 of 2');

  await scene.manager.submit(modalOf(scene.manager));

  const form = await modalSaying(scene, 'Page 1 of 2');
  expect(form.words).toContain('New department for Store 01');
  expect(form.words).toContain('Give the new department a name.');
  expect(await departments(scene)).toEqual([]);
});

test('beyond fifty departments one types to find them', async () => {
  const scene = await openScene();
  await linked(scene);
  await withDepartments(scene, 60);
  const { manager } = scene;
  const form = await openForm(scene);
  const texts = async (query: string) =>
    (await manager.typeAhead(form, 'Amsterdam', query)).map((option) => JSON.stringify(option['text']));

  const all = await texts('');
  const some = await texts('ment 5');
  await manager.select(form, 'Amsterdam', 'Department 57');
  await manager.submit(modalOf(manager));

  expect(all).toHaveLength(63);
  expect(some).toHaveLength(13);
  expect(some[0]).toContain('Department 50');
  expect(some.at(-1)).toContain('Ignore this store');
  expect(modalOf(manager).words).toContain('*Department 57*: Amsterdam');
});

test('a new department can be named beyond fifty departments too', async () => {
  const scene = await openScene();
  await linked(scene);
  await withDepartments(scene, 60);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'Sixty-first');

  await scene.manager.submit(modalOf(scene.manager));

  expect(modalOf(scene.manager).words).toContain('*Sixty-first*: Amsterdam');
});

test('after mapping, the channel of the digest is chosen, and the last two days can be imported at once', async () => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City');
  await scene.manager.submit(modalOf(scene.manager));

  await scene.manager.select(modalOf(scene.manager), 'choose_channel', 'sales');
  const chosen = await modalSaying(scene, 'The morning digest goes to <#C1SALES> at 08:00.');
  await scene.manager.click(chosen, 'Import the last two days now');

  const done = await modalSaying(scene, 'The last two days are in.');
  expect(done.words).toContain('Wed 12 Nov 2025: €1,000.00 excl. VAT');
});

test('names from Lightspeed neither ping nor format', async () => {
  const world = worldOf({
    account: { name: '<!channel> & Co' },
    shops: [{ shopID: '1', name: '<!here> & 😀', timeZone: 'Europe/Amsterdam' }],
  });
  const scene = await openScene({ world });
  await linked(scene);
  const form = await openForm(scene);
  await chooseNew(scene, '<!here> & 😀', '<!everyone>');

  await scene.manager.submit(modalOf(scene.manager));

  expect(form.words).toContain('&lt;!channel&gt; &amp; Co');
  expect(modalOf(scene.manager).words).toContain('&lt;!everyone&gt;');
});

test('after mapping, older days are offered until they were asked for once', async () => {
  const scene = await openScene();
  await linked(scene);
  await openForm(scene);
  await chooseNew(scene, 'Amsterdam', 'City');
  await scene.manager.submit(modalOf(scene.manager));
  await scene.manager.click(modalOf(scene.manager), 'Import older days…');
  await modalSaying(scene, 'First day');
  await scene.manager.submit(modalOf(scene.manager));
  await modalSaying(scene, 'Started:');

  await openForm(scene);
  await scene.manager.submit(modalOf(scene.manager));

  expect(modalOf(scene.manager).words).toContain('*Saved.*');
  expect(modalOf(scene.manager).words).not.toContain('Turnover of before today');
});
