import { expect, test } from 'vitest';
import { channels as usualChannels } from '../../demo/local-workspace.ts';
import { allDepartments } from '../../src/departments/in-order.ts';
import { saveChannel } from '../../src/digest/save-channel.ts';
import { accessOf } from '../../src/security/access-rules.ts';
import { auditOf } from './support/days.ts';
import { ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const channels = [
  ...usualChannels,
  { id: 'C3BOARD', name: 'board', members: ['U1MANAGER', 'U2MEMBER'] },
  { id: 'G4SECRET', name: 'secret', kind: 'private' as const, members: ['U1MANAGER'] },
];

async function openAccess(scene: Scene) {
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  await scene.manager.click(await modalSaying(scene, 'Who may see turnover'), 'Who sees turnover…');
  return modalSaying(scene, 'Departments kept to fewer people');
}

async function importedScene(): Promise<Scene> {
  const scene = await openScene({ slack: { channels } });
  await imported(scene);
  return scene;
}

const rulesOf = async (scene: Scene) => accessOf((await scene.context()).workspace);

test('the members of a chosen channel may see turnover, and the settings say so', async () => {
  const scene = await importedScene();
  const form = await openAccess(scene);
  await scene.manager.select(form, 'Who may see turnover', 'Members of chosen channels');
  await scene.manager.select(form, 'Channels', ['board']);

  await scene.manager.submit(form);

  const settings = await modalSaying(scene, 'Members of <#C3BOARD>');
  expect(settings.words).toContain('Saved.');
  expect(await rulesOf(scene)).toMatchObject({ seenBy: 'channels', channels: ['C3BOARD'] });
  expect((await ask(scene, '/turnover', scene.member)).text).toContain('€1,200.00');
  expect(await auditOf(scene, 'access.changed')).toMatchObject([
    { who: 'U1MANAGER', details: { seenBy: 'channels', channels: ['C3BOARD'] } },
  ]);
});

test('a private channel without Daybook cannot be chosen, and that says what to do', async () => {
  const scene = await openScene({ slack: { channels }, tolerated: { verdicts: ['channel_not_found'] } });
  await imported(scene);
  const form = await openAccess(scene);
  await scene.manager.select(form, 'Who may see turnover', 'Members of chosen channels');
  await scene.manager.select(form, 'Channels', ['secret']);

  await scene.manager.submit(form);

  const refused = await modalSaying(scene, 'cannot see who is in this channel');
  expect(Object.values(refused.errors).join()).toMatch(/^Daybook cannot see who is in this channel\./);
  expect((await rulesOf(scene)).seenBy).toBe('everyone');
});

test('members of chosen channels without a channel is refused at the field', async () => {
  const scene = await importedScene();
  const form = await openAccess(scene);
  await scene.manager.select(form, 'Who may see turnover', 'Members of chosen channels');

  await scene.manager.submit(form);

  await modalSaying(scene, 'Choose at least one channel');
  expect((await rulesOf(scene)).seenBy).toBe('everyone');
});

test('a department is kept to a person, changed, and opened again', async () => {
  const scene = await importedScene();
  const form = await openAccess(scene);
  await scene.manager.select(form, 'pick_access_department', { value: 'Rotterdam', query: 'rot' });
  const own = await modalSaying(scene, 'Who may see the turnover of *Rotterdam*?');
  await scene.manager.select(own, 'People', ['Guest']);
  await scene.manager.submit(own);

  const list = await modalSaying(scene, '*Rotterdam*: <@U3GUEST>');
  expect((await ask(scene, '/turnover', scene.member)).text).not.toContain('Rotterdam');
  expect((await ask(scene, '/turnover', scene.guest)).text).toContain('Rotterdam: €200.00');

  await scene.manager.click(list, 'Change');
  const again = await modalSaying(scene, 'Who may see the turnover of *Rotterdam*?');
  await scene.manager.select(again, 'Who may see it', 'All who see the other departments');
  await scene.manager.submit(again);

  await modalSaying(scene, 'None: every department is seen');
  expect((await rulesOf(scene)).departments).toEqual([]);
  expect((await ask(scene, '/turnover', scene.guest)).text).not.toContain('€');
});

test('who keeps a department to fewer people is told which channels’ digests still tell of it', async () => {
  const scene = await importedScene();
  const context = await scene.context();
  const departments = await allDepartments(context);
  const [amsterdam, rotterdam] = departments.map(({ _id }) => _id);
  const userId = 'U1MANAGER';
  await saveChannel(context, { channelId: 'C1SALES', userId });
  await saveChannel(context, { channelId: 'C3BOARD', departments: [amsterdam ?? ''], userId });
  await saveChannel(context, { channelId: 'C2GENERAL', departments: [rotterdam ?? ''], userId });
  await scene.manager.select(await openAccess(scene), 'pick_access_department', {
    value: 'Rotterdam',
    query: 'rot',
  });

  await scene.manager.submit(await modalSaying(scene, 'Who may see the turnover of *Rotterdam*?'));

  await modalSaying(
    scene,
    'Saved. But the digest in <#C1SALES> and <#C2GENERAL> still tells of *Rotterdam*, to everybody there',
  );
});

test('others find no way into the rules', async () => {
  const scene = await importedScene();
  const form = await openAccess(scene);
  const view = scene.slack.state.views[form.id];
  if (view) view.person = 'U2MEMBER';
  scene.slack.state.stacks['U2MEMBER'] = [form.id];

  await scene.member.submit(form);

  await modalSaying(scene, 'Only managers can do this', scene.member);
  expect(await auditOf(scene, 'access.changed')).toEqual([]);
});

async function openManagers(scene: Scene, person = scene.manager) {
  await person.command('/lightspeed settings', { channel: 'general' });
  await person.click(await modalSaying(scene, 'Who may see turnover', person), 'Managers…');
  return modalSaying(scene, 'Managers beside them', person);
}

test('a named manager manages, and one who is taken off cannot submit a form that is open', async () => {
  const scene = await importedScene();
  const form = await openManagers(scene);
  await scene.manager.select(form, 'Managers beside them', ['Sam']);
  await scene.manager.submit(form);
  await modalSaying(scene, 'Saved.');
  const open = await openManagers(scene, scene.member);
  await scene.manager.close(await modalSaying(scene, 'Saved.'));

  const again = await openManagers(scene);
  await scene.manager.select(again, 'Managers beside them', null);
  await scene.manager.submit(again);
  await modalSaying(scene, 'in forms that are open too');
  await scene.member.submit(open);

  await modalSaying(scene, 'Only managers can do this', scene.member);
  expect((await scene.context()).workspace.managers).toEqual([]);
});

test('the last named manager cannot take themselves off, and guests cannot manage', async () => {
  const scene = await importedScene();
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.workspaces.updateOne({ _id: workspaceId }, { $set: { managers: ['U2MEMBER'] } });
  const form = await openManagers(scene, scene.member);
  await scene.member.select(form, 'Managers beside them', null);
  await scene.member.submit(form);
  await modalSaying(scene, 'You would not manage Daybook any more', scene.member);

  await scene.member.select(form, 'Managers beside them', ['Sam', 'Guest']);
  await scene.member.submit(form);

  await modalSaying(scene, 'Guests cannot manage Daybook. Leave out Guest.', scene.member);
  expect((await scene.context()).workspace.managers).toEqual(['U2MEMBER']);
});
