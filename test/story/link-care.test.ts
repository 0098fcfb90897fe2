import { expect, test } from 'vitest';
import { takeOverLink } from '../../src/lightspeed/take-over.ts';
import { upgradeLinks } from '../../src/lightspeed/upgrade-links.ts';
import { runDue } from '../../src/run-due.ts';
import { forgeButtons, otherWorkspace } from './support/forge.ts';
import { answerTo, ask, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

const home = async (scene: Scene) => {
  await scene.manager.openHome();
  return scene.slack.waitFor(() => scene.manager.home(), 5_000, 'the Home');
};

async function nightOf(scene: Scene, day: string) {
  scene.clock.moveTo(`${day}T03:00:30+01:00`);
  await runDue(scene.engine);
}

const nameManagers = (scene: Scene, managers: string[]) =>
  scene.engine.models.workspaces.updateOne({ _id: scene.slack.state.team.id }, { $set: { managers } });

test('a manager pauses an account in the status and resumes it there', async () => {
  const scene = await openScene();
  await imported(scene);
  const status = await ask(scene, '/lightspeed status');

  await scene.manager.click(status, 'Pause', { confirm: true });
  const paused = await scene.slack.waitFor(
    () => scene.manager.seen('general').find(({ words }) => words.includes('Paused since')),
    5_000,
    'the status of a paused account',
  );
  await scene.manager.click(paused, 'Resume', { confirm: true });

  const resumed = await ask(scene, '/lightspeed status');
  expect(paused.words).toMatch(/Paused since Thu,? 13 Nov.*not read at night/);
  expect(paused.words).not.toContain('Next import');
  expect(paused.words).not.toContain('All is well');
  expect(resumed.words).toContain('All is well.');
  expect(resumed.words).toContain('Next import');
});

test('an account can be paused in Home, which then says so', async () => {
  const scene = await openScene();
  await imported(scene);

  await scene.manager.click(await home(scene), 'Pause', { confirm: true });

  const after = await scene.slack.waitFor(
    () => (scene.manager.home()?.words.includes('Paused since') ? scene.manager.home() : undefined),
    5_000,
    'a Home that says paused',
  );
  expect(after?.words).toContain('Resume');
});

test('saying no to the question pauses nothing', async () => {
  const scene = await openScene();
  await imported(scene);

  await scene.manager.click(await ask(scene, '/lightspeed status'), 'Pause', { confirm: false });

  expect((await ask(scene, '/lightspeed status')).words).toContain('All is well.');
});

test('a member cannot pause an account with a button that is not theirs', async () => {
  const scene = await openScene();
  await imported(scene);
  await nameManagers(scene, ['U2MEMBER']);
  const status = await ask(scene, '/lightspeed status', scene.member);
  await nameManagers(scene, []);

  await scene.member.click(status, 'Pause', { confirm: true });

  const refusal = await answerTo(scene, { person: scene.member, skip: 1 });
  expect(refusal.text).toContain('Only managers');
  expect(refusal.words).toContain('Ask to manage Daybook');
  expect((await ask(scene, '/lightspeed status')).words).toContain('All is well.');
});

test('a manager takes over the account of a colleague who left', async () => {
  const scene = await openScene();
  const link = await mapped(scene);
  await nameManagers(scene, ['U1MANAGER']);
  await scene.engine.models.links.updateOne(
    { workspaceId: link.workspaceId, _id: link._id },
    { $set: { linkedBy: 'U3GUEST' } },
  );
  const guest = scene.slack.state.people['U3GUEST'];
  if (guest) guest.deleted = true;

  await nightOf(scene, '2025-11-14');
  const [notice] = scene.manager.seen('app');
  if (!notice) throw new Error('nothing was told');
  await scene.manager.click(notice, 'Take over');

  expect(notice.text).toContain('Guest, who linked *Blad &amp; Boon*, is no longer in this workspace.');
  expect((await answerTo(scene, { channel: 'app' })).text).toContain('*Blad &amp; Boon* is yours now');
  const now = await scene.engine.models.links
    .findOne({ workspaceId: link.workspaceId, _id: link._id })
    .lean();
  expect(now?.linkedBy).toBe('U1MANAGER');
});

test('a refused key is told with a button that opens the form, and the reminder says that it is still so', async () => {
  const scene = await openScene();
  await mapped(scene);
  scene.world.revokeKey('key-1');

  await nightOf(scene, '2025-11-14');
  await nightOf(scene, '2025-11-21');

  const [first, second, ...more] = scene.manager.seen('app');
  expect(more).toEqual([]);
  expect(second?.text).toMatch(/^Still so: Lightspeed no longer takes the key of/);
  if (!first) throw new Error('nothing was told');
  await scene.manager.click(first, 'Reconnect');
  expect((await modalSaying(scene, 'API key')).submit).toBe('Link');
});

test('the account of another workspace can be neither paused nor taken over', async () => {
  const scene = await openScene();
  await imported(scene);
  const { link } = await otherWorkspace(scene);
  const status = await ask(scene, '/lightspeed status');
  forgeButtons(scene.slack.state.messages.find(({ ts }) => ts === status.ts)?.blocks ?? [], link._id);

  await scene.manager.click(status, 'Pause', { confirm: true });

  expect((await answerTo(scene, { skip: 1 })).text).toContain('Nothing was changed.');
  const kept = await scene.engine.models.links
    .findOne({ workspaceId: link.workspaceId, _id: link._id })
    .lean();
  expect([kept?.state, kept?.linkedBy]).toEqual(['active', 'U9STRANGER']);
  const takenOver = takeOverLink(await scene.context(), { linkId: link._id, userId: 'U1MANAGER' });
  expect(await takenOver).toBeUndefined();
});

test('a link that an earlier version kept goes on working', async () => {
  const scene = await openScene();
  const link = await mapped(scene);
  const later = ['credential', 'prefix', 'gaps', 'told', 'pastTrouble', 'renewedAt', 'renewal'];
  await scene.connection
    .collection('links')
    .updateOne(
      { workspaceId: link.workspaceId },
      { $unset: Object.fromEntries(later.map((name) => [name, 1])) },
    );

  await upgradeLinks(scene.engine);
  await nightOf(scene, '2025-11-14');

  expect((await ask(scene, '/lightspeed status')).words).toContain('R-Series, key ending in ey-1');
  expect(
    await scene.engine.models.nights.countDocuments({ workspaceId: link.workspaceId, state: 'done' }),
  ).toBe(1);
});
