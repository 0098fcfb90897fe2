import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { type JsonObject, objectsIn } from '../../demo/slack/json.ts';
import { openDraft } from '../../src/departments/mapping-draft.ts';
import { forgeButtons, forgeChoice, forgeMetadata, otherWorkspace, viewOf } from './support/forge.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { linked, mapped } from './support/setup.ts';

async function openMapping(scene: Scene) {
  await scene.manager.command('/lightspeed map', { channel: 'general' });
  return modalSaying(scene, 'Which department');
}

const stored = (scene: Scene) =>
  Promise.all(
    ['links', 'mappings', 'departments', 'nights', 'channels'].map((name) =>
      scene.connection.collection(name).find().sort({ _id: 1 }).toArray(),
    ),
  );

test('a mapping form that names another workspace’s draft is refused', async () => {
  const scene = await openScene();
  await linked(scene);
  const other = await otherWorkspace(scene);
  const { draft } = await openDraft(other.context, { linkId: other.link._id, userId: 'U1MANAGER' });
  const form = await openMapping(scene);
  const before = await stored(scene);
  forgeMetadata(scene, form, draft._id);

  await scene.manager.submit(form);

  expect(modalOf(scene.manager).words).toContain('Open the form again.');
  expect(await stored(scene)).toEqual(before);
});

test('a mapping form that names another manager’s draft is refused', async () => {
  const scene = await openScene();
  const link = await linked(scene);
  const { draft } = await openDraft(await scene.context(), { linkId: link._id, userId: 'U8SOMEONE' });
  const form = await openMapping(scene);
  forgeMetadata(scene, form, draft._id);

  await scene.manager.submit(form);

  expect(modalOf(scene.manager).words).toContain('Open the form again.');
});

test('a form whose draft is gone says to open it again, at each touch', async () => {
  const scene = await openScene();
  await linked(scene);
  const form = await openMapping(scene);
  await scene.connection.collection('mapping_drafts').deleteMany({});

  await scene.manager.select(form, 'Amsterdam', 'New department…');

  await modalSaying(scene, 'Open the form again.');
});

test.each(['their department', 'no-such-id', '', '__proto__'])(
  'a choice that was never offered (%s) maps nothing, and is told at its store',
  async (kind) => {
    const scene = await openScene();
    await linked(scene);
    const { departmentId } = await otherWorkspace(scene);
    const form = await openMapping(scene);
    const before = await stored(scene);
    const value = kind === 'their department' ? departmentId : kind;
    forgeChoice(scene, form, { blockId: 'store:1', actionId: 'map_store', value });

    const outcome = await scene.manager.submit(form);

    expect(outcome.answer).toBe('errors');
    expect(modalOf(scene.manager).errors).toEqual({
      'store:1': 'This department is not there any more. Choose another one.',
    });
    expect(await stored(scene)).toEqual(before);
  },
);

test.each([
  ['999', 'Page 2 of 2'],
  ['-5', 'Page 1 of 2'],
  ['x', 'Page 1 of 2'],
  ['1.5', 'Page 2 of 2'],
])('a button that leads to page %s leads to one that exists', async (value, shown) => {
  const scene = await openScene({ world: manyStores() });
  await linked(scene);
  const form = await openMapping(scene);
  await scene.manager.select(form, 'Store 1', 'New department…');
  await modalSaying(scene, 'New department for Store 1');
  forgeButtons(objectsIn(viewOf(scene, form).content['blocks']), value);

  await scene.manager.click(form, 'next_stores');

  await modalSaying(scene, shown);
});

test('a Map button that carries another workspace’s link opens nothing of it', async () => {
  const scene = await openScene();
  await linked(scene);
  const { link } = await otherWorkspace(scene);
  const status = await ask(scene, '/lightspeed status');
  forgeButtons(blocksOf(scene, status.ts), link._id);

  await scene.manager.click(status, 'Map');

  await modalSaying(scene, 'No Lightspeed account is linked yet.');
});

test('an Import button that carries another workspace’s link imports nothing', async () => {
  const scene = await openScene();
  await mapped(scene);
  const { link } = await otherWorkspace(scene);
  const status = await ask(scene, '/lightspeed status');
  forgeButtons(blocksOf(scene, status.ts), link._id);

  await scene.manager.click(status, 'Import now');

  await scene.slack.waitFor(
    () => scene.manager.seen('general').some(({ text }) => text.includes('No Lightspeed account is linked')),
    5_000,
    'the refusal',
  );
  expect(await scene.connection.collection('nights').countDocuments()).toBe(0);
});

test('an unlink form that names another workspace’s link ends nothing', async () => {
  const scene = await openScene();
  await linked(scene);
  const { link } = await otherWorkspace(scene);
  await scene.manager.command('/lightspeed unlink', { channel: 'general' });
  const form = await modalSaying(scene, 'Unlink *Blad &amp; Boon*?');
  const before = await stored(scene);
  forgeMetadata(scene, form, link._id);

  await scene.manager.submit(form);

  expect(modalOf(scene.manager).words).toContain('Nothing was changed.');
  expect(await stored(scene)).toEqual(before);
});

test('a day asked for by a forged button is read like a typed one', async () => {
  const scene = await openScene();
  await mapped(scene);
  const day = await ask(scene, '/turnover 2025-11-12');
  forgeButtons(blocksOf(scene, day.ts), '<!channel> $where');

  await scene.manager.click(day, 'Share in channel');

  const shared = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ text }) => text.includes('is not a day')),
    5_000,
    'an answer',
  );
  expect(shared.text).toContain('&lt;!channel&gt;');
  expect(shared.isEphemeral).toBe(true);
});

test('settings with a forged hour change nothing', async () => {
  const scene = await openScene();
  await linked(scene);
  await scene.manager.command('/lightspeed settings', { channel: 'general' });
  const form = await modalSaying(scene, 'Hour of the digest');
  await scene.manager.select(form, 'Channel of the morning digest', 'sales');
  const before = await stored(scene);
  forgeChoice(scene, form, { blockId: 'hour', actionId: 'input', value: '25' });

  const outcome = await scene.manager.submit(form);

  expect(outcome.acked).toBe(true);
  expect(modalOf(scene.manager).words).toContain('Something unexpected happened.');
  expect(await stored(scene)).toEqual(before);
});

function blocksOf(scene: Scene, ts: string): JsonObject[] {
  return scene.slack.state.messages.find((message) => message.ts === ts)?.blocks ?? [];
}

function manyStores() {
  const shops = Array.from({ length: 21 }, (_, index) => ({
    shopID: String(index + 1),
    name: `Store ${index + 1}`,
    timeZone: 'Europe/Amsterdam',
  }));
  return worldOf({ shops });
}
