import { expect, test } from 'vitest';
import type { SeenMessage, SeenView } from '../../demo/slack/driver/look.ts';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { runDue } from '../../src/run-due.ts';
import { modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, linked, mapped } from './support/setup.ts';

/** How long a person waits, milliseconds. */
const patience = 8_000;

async function openHome(scene: Scene, person = scene.manager): Promise<SeenView> {
  await person.openHome();
  return scene.slack.waitFor(() => person.home(), patience, 'Home');
}

function homeSaying(scene: Scene, words: string, person: PersonDriver = scene.manager): Promise<SeenView> {
  return scene.slack.waitFor(
    () => (person.home()?.words.includes(words) ? person.home() : undefined),
    patience,
    `a Home saying "${words}"`,
  );
}

const welcomeOf = (scene: Scene, person = scene.manager): Promise<SeenMessage> =>
  scene.slack.waitFor(() => person.seen('app')[0], patience, 'the welcome');

test.each(['http', 'socket'] as const)(
  'the first manager who opens Home is told once how to begin, over %s',
  async (transport) => {
    const scene = await openScene({ transport });

    await openHome(scene, scene.member);
    await openHome(scene);
    await openHome(scene);
    const { text } = await welcomeOf(scene);
    await scene.manager.command('/lightspeed help', { channel: 'general' });

    expect(text).toContain('1. Link Lightspeed* – next.');
    expect(text).toContain('3. Choose channel and hour* – to do.');
    expect(scene.manager.seen('app')).toHaveLength(1);
    expect(scene.member.seen('app')).toEqual([]);
  },
);

test('or the first who types /lightspeed, whatever comes after it', async () => {
  const scene = await openScene();

  await scene.manager.command('/lightspeed nonsense', { channel: 'general' });

  expect((await welcomeOf(scene)).text).toContain('Link Lightspeed');
});

test.each([
  ['Link Lightspeed', 'API key'],
  ['Map stores', 'No Lightspeed account is linked yet'],
  ['Choose channel', 'Hour of the digest'],
])('the button %s of the welcome opens its form', async (name, words) => {
  const scene = await openScene();
  await openHome(scene);

  await scene.manager.click(await welcomeOf(scene), name);

  await modalSaying(scene, words);
});

test('the steps are done one after the other from Home, which keeps up by itself', async () => {
  const scene = await openScene();
  const { manager } = scene;
  await manager.click(await openHome(scene), 'Link Lightspeed');

  const form = await modalSaying(scene, 'API key');
  await manager.type(form, 'API key', 'key-1');
  await manager.submit(form);
  const linkedHome = await homeSaying(scene, '*2. Map your stores* – next.');
  await manager.click(linkedHome, 'Map stores');
  const map = await modalSaying(scene, 'Which department');
  await manager.select(map, 'Amsterdam', 'New department…');
  const named = await modalSaying(scene, 'New department for Amsterdam');
  await manager.type(named, 'New department for Amsterdam', 'City');
  await manager.submit(named);
  const mappedHome = await homeSaying(scene, '*3. Choose channel and hour* – next.');
  await manager.click(mappedHome, 'Choose channel');
  const settings = await modalSaying(scene, 'Hour of the digest');
  await manager.select(settings, 'Channel of the morning digest', '#general');
  await manager.submit(settings);

  const done = await homeSaying(scene, 'Digest: ');
  expect(linkedHome.words).toContain('*1. Link Lightspeed* – done.');
  expect(done.words).not.toContain('Set Daybook up');
  expect(done.words).toContain('The figures of yesterday come with the first import.');
});

test('Home tells yesterday as the log does, and is renewed by the night', async () => {
  const scene = await openScene();
  await mapped(scene, () => 'City');
  scene.clock.moveTo('2025-11-14T02:50:00+01:00');
  await openHome(scene, scene.member);
  scene.world.ringUp('1', { at: Date.parse('2025-11-13T11:00:00+01:00'), gross: 6_050 });

  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  const { words } = await homeSaying(scene, 'Last import', scene.member);
  expect(words).toContain('Yesterday, Thu 13 Nov 2025');
  expect(words).toContain('*City*   €50.00');
});

test('Home is not published again while nothing is new', async () => {
  const scene = await openScene();
  await imported(scene, () => 'City');
  await openHome(scene);

  await scene.manager.command('/lightspeed status', { channel: 'general' });
  await runDue(scene.engine);
  await scene.engine.inFlight.settled(5_000);

  const published = scene.slack.traffic.log.filter(({ name }) => name === 'views.publish');
  expect(published).toHaveLength(1);
});

test('Unlink in Home asks for that account alone, and one that was unlinked meanwhile is told', async () => {
  const scene = await openScene();
  const link = await linked(scene);
  const home = await openHome(scene);

  await scene.manager.click(home, 'Unlink');
  const modal = await modalSaying(scene, 'Unlink *Blad &amp; Boon*?');
  await scene.manager.submit(modal);
  await modalSaying(scene, 'is unlinked and its key deleted');
  await homeSaying(scene, '*1. Link Lightspeed* – next.');

  await scene.engine.models.links.updateOne(
    { workspaceId: link.workspaceId, _id: link._id },
    { $set: { state: 'active' } },
  );
  const again = await openHome(scene).then(() => homeSaying(scene, 'Blad'));
  await scene.engine.models.links.updateOne(
    { workspaceId: link.workspaceId, _id: link._id },
    { $set: { state: 'unlinked' } },
  );
  await scene.manager.click(again, 'Unlink');
  await modalSaying(scene, 'was unlinked already');
});

test('a refused key stands in Home with the way to give a new one', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.world.revokeKey('key-1');
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  const home = await openHome(scene);
  await scene.manager.click(home, 'Reconnect');

  expect(home.words).toContain('Lightspeed refuses the key since');
  await modalSaying(scene, 'API key');
});
