import { expect, test } from 'vitest';
import type { FaultKind } from '../../demo/lightspeed/faults.ts';
import type { SeenView } from '../../demo/slack/driver/look.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { linked } from './support/setup.ts';

async function openForm(scene: Scene): Promise<SeenView> {
  await scene.manager.command('/lightspeed link', { channel: 'general' });
  return modalSaying(scene, 'API key');
}

async function tryKey(scene: Scene, key: string) {
  const form = await openForm(scene);
  await scene.manager.type(form, 'API key', key);
  return scene.manager.submit(form);
}

const links = (scene: Scene) =>
  scene.engine.models.links.find({ workspaceId: scene.slack.state.team.id }).lean();

test('a good key links the account, names what was found, and offers to map the stores', async () => {
  const scene = await openScene();

  const outcome = await tryKey(scene, 'key-1');

  const modal = modalOf(scene.manager);
  expect(outcome).toEqual({ acked: true, answer: 'update' });
  expect(modal.words).toContain('*Blad &amp; Boon* is linked.');
  expect(modal.words).toContain('2 stores');
  expect(modal.words).toContain('ey-1');
  expect(modal.words).not.toContain('key-1');
  await scene.manager.click(modal, 'Map');
  expect((await modalSaying(scene, 'Which department')).submit).toBe('Save');
});

test('spaces around a pasted key do not matter', async () => {
  const scene = await openScene();

  await tryKey(scene, '  key-1 ');

  expect(modalOf(scene.manager).words).toContain('is linked');
});

test('a box of spaces is told at the field, and Lightspeed is not asked', async () => {
  const scene = await openScene();

  await tryKey(scene, '   ');

  expect(Object.values(modalOf(scene.manager).errors)).toEqual(['Paste the API key here.']);
  expect(scene.workspace.lightspeed.requests).toEqual([]);
});

test('a refused key is told at the field with the way out, and nothing is kept', async () => {
  const scene = await openScene();

  const outcome = await tryKey(scene, 'wrong');

  const [error] = Object.values(modalOf(scene.manager).errors);
  expect(outcome.answer).toBe('errors');
  expect(error).toMatch(/^Lightspeed refused this key\. Nothing was saved\. .*Client API Access/);
  expect(await links(scene)).toEqual([]);
});

test('a key without the right to read is told apart from a wrong one', async () => {
  const scene = await openScene();
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden' });

  await tryKey(scene, 'key-1');

  expect(Object.values(modalOf(scene.manager).errors)).toEqual([
    expect.stringMatching(/^This key may not read .*Nothing was saved\./),
  ]);
  expect(await links(scene)).toEqual([]);
});

test('a key that may list the account but not its stores is not kept either', async () => {
  const scene = await openScene();
  scene.workspace.lightspeed.faults.add({ kind: 'forbidden', path: 'Shop' });

  await tryKey(scene, 'key-1');

  expect(Object.values(modalOf(scene.manager).errors)[0]).toContain('may not read');
  expect(await links(scene)).toEqual([]);
});

test.each<FaultKind>(['unavailable', 'drop'])(
  'while Lightspeed is down (%s) the form says that it checks, then what came of it, with a button that opens it again',
  async (kind) => {
    const scene = await openScene();
    scene.workspace.lightspeed.faults.add({ kind, times: 'always' });

    const outcome = await tryKey(scene, 'key-1');

    const told = await modalSaying(scene, 'Lightspeed does not answer');
    expect(outcome.acked).toBe(true);
    expect(told.words).toContain('Nothing was saved. Try again in a few minutes.');
    expect(await links(scene)).toEqual([]);
    await scene.manager.click(told, 'Try again');
    expect((await modalSaying(scene, 'API key')).submit).toBe('Link');
  },
);

test('an account that answers after more than two seconds is linked all the same', async () => {
  const scene = await openScene();
  scene.workspace.lightspeed.faults.add({ kind: 'slow', path: 'Shop', ms: 2_600 });

  const outcome = await tryKey(scene, 'key-1');

  expect(outcome).toEqual({ acked: true, answer: 'update' });
  expect(modalOf(scene.manager).words).toContain('Trying the key with Lightspeed');
  expect((await modalSaying(scene, 'is linked')).words).toContain('2 stores');
});

test('an answer that leads to another host is not trusted, and said not to be understood', async () => {
  const scene = await openScene();
  scene.workspace.lightspeed.faults.add({ kind: 'foreign-next', path: 'Shop', to: 'http://127.0.0.1:9/' });

  await tryKey(scene, 'key-1');

  expect(Object.values(modalOf(scene.manager).errors)[0]).toContain(
    'does not understand. Nothing was saved.',
  );
  expect(await links(scene)).toEqual([]);
});

test.each(['/lightspeed link abcdef0123456789', '/lightspeed abcdef0123456789abcdef0123456789'])(
  'a key typed after the command (%s) is not used, not repeated, and to be revoked',
  async (line) => {
    const scene = await openScene();

    const answer = await ask(scene, line);

    expect(answer.text).toContain('Never type a key after a command');
    expect(answer.text).toContain('Revoke that key');
    expect(JSON.stringify(scene.slack.state.messages)).not.toContain('abcdef');
    expect(scene.manager.modal()).toBeUndefined();
    expect(scene.workspace.lightspeed.requests).toEqual([]);
  },
);

test('linking the same account again replaces its key and keeps one link', async () => {
  const scene = await openScene();
  const first = await linked(scene);
  scene.world.keys.set('another-2222', 'good');

  await tryKey(scene, 'another-2222');

  const [link, ...others] = await links(scene);
  expect(modalOf(scene.manager).words).toContain('*Blad &amp; Boon* has its new key.');
  expect(modalOf(scene.manager).words).toContain('2222');
  expect(others).toEqual([]);
  expect(link?._id).toBe(first._id);
  expect(link?.key).not.toBe(first.key);
  const sealed = { workspaceId: scene.slack.state.team.id, linkId: first._id };
  expect(await scene.engine.vault.open(link?.key ?? '', sealed)).toBe('another-2222');
});

test('two people who link the same account at once end with one link, and both are told', async () => {
  const scene = await openScene();
  await scene.engine.models.workspaces.updateOne(
    { _id: scene.slack.state.team.id },
    { $set: { managers: ['U2MEMBER'] } },
  );
  const form = await openForm(scene);
  await scene.member.command('/lightspeed link', { channel: 'general' });
  const other = await modalSaying(scene, 'API key', scene.member);
  await scene.manager.type(form, 'API key', 'key-1');
  await scene.member.type(other, 'API key', 'key-1');

  await Promise.all([scene.manager.submit(form), scene.member.submit(other)]);

  expect(await links(scene)).toHaveLength(1);
  await modalSaying(scene, '*Blad &amp; Boon*');
  await modalSaying(scene, '*Blad &amp; Boon*', scene.member);
});
