import { describe, expect, test, vi } from 'vitest';
import { createModels } from '../../models/models.ts';
import { saveChannel } from '../../src/digest/save-channel.ts';
import { deleteWorkspace } from '../../src/installations/delete-workspace.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { runDue } from '../../src/run-due.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { otherWorkspace } from './support/forge.ts';
import { ask } from './support/look.ts';
import { installIn, type ManyScene, openMany } from './support/many.ts';
import { openScene, type Scene, smallWorld } from './support/scene.ts';
import { imported } from './support/setup.ts';

const inFirst = { team: 'T1', person: 'U1MANAGER' };
const inSecond = { team: 'T2', person: 'U9MANAGER' };

/** Both workspaces with the same account, read every night. */
async function bothAtWork(): Promise<ManyScene> {
  const scene = await openMany({ worlds: [smallWorld()] });
  await installIn(scene, inFirst);
  await installIn(scene, inSecond);
  for (const [workspaceId, userId] of [
    ['T1', 'U1MANAGER'],
    ['T2', 'U9MANAGER'],
  ] as const) {
    const context = await enterWorkspace(scene.engine, { workspaceId });
    await linkAccount(context, { key: 'key-1', userId, deadline: 5_000 });
  }
  return scene;
}

/** Takes Daybook out of the first workspace, and waits until it has heard of it: an event is acknowledged before that. */
async function takeOut({ slack, engine }: Pick<Scene, 'slack' | 'engine'>): Promise<void> {
  slack.uninstall();
  await slack.eventsSettled();
  await vi.waitFor(
    async () => {
      const workspace = await engine.models.workspaces.findById(slack.state.team.id).lean();
      expect(workspace?.uninstalledAt).toBeInstanceOf(Date);
    },
    { timeout: 8_000 },
  );
}

/** How often a method was called for the first workspace. */
const calls = ({ slack }: Pick<Scene, 'slack'>, method: string) =>
  slack.traffic.log.filter(({ name }) => name === method).length;

const asked = ({ slack }: Pick<Scene, 'slack'>, method: string, times: number) =>
  slack.waitFor(() => calls({ slack }, method) >= times || undefined, 8_000, `${times} calls of ${method}`);

/** How many documents of a workspace there are, over all collections. */
async function kept({ engine }: Pick<Scene, 'engine'>, workspaceId: string): Promise<number> {
  const names = await engine.connection.db?.listCollections().toArray();
  let all = 0;
  for (const { name } of names ?? []) {
    all += await engine.connection.collection(name).countDocuments({ workspaceId });
  }
  return all;
}

const nightsOf = ({ engine }: ManyScene, workspaceId: string) =>
  engine.models.nights.countDocuments({ workspaceId });

describe('a workspace that takes Daybook out', () => {
  test('is not read any more, and the others are', async () => {
    const scene = await bothAtWork();
    await takeOut(scene);
    scene.clock.moveTo('2025-11-14T04:00:00+01:00');

    await runDue(scene.engine);

    expect(await nightsOf(scene, 'T1')).toBe(0);
    expect(await nightsOf(scene, 'T2')).toBe(1);
    expect(await scene.engine.models.installations.countDocuments({ workspaceId: 'T1' })).toBe(0);
    expect(await scene.engine.models.figures.countDocuments({ workspaceId: 'T2' })).toBeGreaterThan(0);
  });

  test('is as it was when it installs Daybook again within thirty days', async () => {
    const scene = await bothAtWork();
    await takeOut(scene);
    scene.clock.moveTo('2025-12-12T10:00:00+01:00');
    await runDue(scene.engine);

    await installIn(scene, { team: 'T1', person: 'U2MEMBER' });
    await runDue(scene.engine);

    const workspace = await scene.engine.models.workspaces.findById('T1').lean();
    expect(workspace).toMatchObject({ managers: ['U1MANAGER'], uninstalledAt: null });
    expect(await nightsOf(scene, 'T1')).toBe(1);
  });

  test('is gone for good after thirty days, and nothing of the others with it', async () => {
    const scene = await bothAtWork();
    await takeOut(scene);
    const theirs = await kept(scene, 'T2');
    scene.clock.moveTo('2025-12-13T09:00:00+01:00');
    await runDue(scene.engine);
    const before = await kept(scene, 'T1');

    scene.clock.moveTo('2025-12-13T11:00:00+01:00');
    await runDue(scene.engine);

    expect(before).toBeGreaterThan(5);
    expect(await kept(scene, 'T1')).toBe(0);
    expect(await scene.engine.models.workspaces.distinct('_id')).toEqual(['T2']);
    expect(await kept(scene, 'T2')).toBeGreaterThanOrEqual(theirs);
  });

  test('and installs it again at once is not taken out by the word that comes late', async () => {
    const scene = await bothAtWork();
    await takeOut(scene);
    await installIn(scene, inFirst);
    const before = calls(scene, 'auth.test');

    await scene.slack.sendEvent({ type: 'app_uninstalled' });
    await scene.slack.sendEvent({ type: 'tokens_revoked', tokens: { bot: [scene.slack.state.app.botUser] } });

    await asked(scene, 'auth.test', before + 2);
    await scene.engine.inFlight.settled(5_000);
    const workspace = await scene.engine.models.workspaces.findById('T1').lean();
    expect(workspace?.uninstalledAt).toBeNull();
    expect(await scene.engine.models.installations.countDocuments({ workspaceId: 'T1' })).toBe(1);
  });

  test('is not taken out because one person took back what they alone allowed', async () => {
    const scene = await bothAtWork();
    scene.slack.revokeToken();

    await scene.slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: ['U2MEMBER'] } });

    await scene.slack.as('U1MANAGER').command('/lightspeed help', { channel: 'general' });
    await scene.engine.inFlight.settled(5_000);
    expect((await scene.engine.models.workspaces.findById('T1').lean())?.uninstalledAt).toBeNull();
  });

  test('is written down as such', async () => {
    const scene = await bothAtWork();
    await takeOut(scene);
    await installIn(scene, inFirst);

    const entries = await scene.engine.models.auditEntries
      .find({ workspaceId: 'T1', action: /^workspace\./ })
      .sort({ _id: 1 })
      .lean();

    expect(entries.map(({ who, action }) => `${who} ${action}`)).toEqual([
      'U1MANAGER workspace.installed',
      'slack workspace.uninstalled',
      'U1MANAGER workspace.restored',
    ]);
  });
});

test('who uses Daybook where its data was deleted is told to have it installed again', async () => {
  const scene = await bothAtWork();
  await deleteWorkspace(scene.engine, { workspaceId: 'T1' });

  const outcome = await scene.slack.as('U1MANAGER').command('/turnover', { channel: 'general' });

  const seen = await scene.slack.waitFor(
    () => scene.slack.as('U1MANAGER').seen('general').at(-1),
    5_000,
    'an answer',
  );
  expect(outcome.acked).toBe(true);
  expect(seen.text).toContain('Daybook is not installed here any more.');
  expect(await scene.engine.models.workspaces.distinct('_id')).toEqual(['T2']);
});

test('with one workspace’s token Daybook stops when it is taken out, and goes on when somebody uses it again', async () => {
  const scene = await openScene({ tolerated: { verdicts: ['account_inactive'] } });
  await imported(scene);
  await saveChannel(await scene.context(), { userId: 'U1MANAGER', channelId: 'C1SALES', hour: 4 });
  const { nights, digestPosts } = scene.engine.models;
  const own = { workspaceId: 'T0DAYBOOK1' };
  const before = await nights.countDocuments(own);
  await takeOut(scene);
  scene.clock.moveTo('2025-11-14T04:00:00+01:00');
  await runDue(scene.engine);
  const stopped = [await nights.countDocuments(own), await digestPosts.countDocuments(own)];

  scene.slack.install();
  await ask(scene, '/lightspeed status');
  await runDue(scene.engine);

  expect(stopped).toEqual([before, 0]);
  expect([await nights.countDocuments(own), await digestPosts.countDocuments(own)]).toEqual([before + 1, 1]);
});

describe('deleting a workspace', () => {
  test('deletes what every model keeps of it, and of no other', async () => {
    const scene = await openScene();
    const { workspaces: _workspaces, ...models } = createModels(scene.engine.connection);
    for (const model of Object.values(models)) {
      await model.collection.deleteMany({});
      for (const workspaceId of ['T-GONE', 'T-STAYS'])
        await model.collection.insertOne({ workspaceId, ...unique() });
    }

    const deleted = await deleteWorkspace(scene.engine, { workspaceId: 'T-GONE' });

    expect(deleted).toBe(Object.keys(models).length);
    expect(await kept(scene, 'T-GONE')).toBe(0);
    expect(await kept(scene, 'T-STAYS')).toBe(Object.keys(models).length);
  });

  test('that was interrupted is done to the end by the next sweep', async () => {
    const scene = await openScene();
    await otherWorkspace(scene);
    const now = new Date(scene.clock.now());
    await scene.engine.models.workspaces.updateOne(
      { _id: 'T0OTHER' },
      { $set: { uninstalledAt: now, deletingSince: now } },
    );

    await runDue(scene.engine);

    expect(await kept(scene, 'T0OTHER')).toBe(0);
    expect(await scene.engine.models.workspaces.findById('T0OTHER').lean()).toBeNull();
  });
});

let counter = 0;

/** Values that no unique index finds twice. */
function unique(): Record<string, string> {
  counter += 1;
  const value = `u${counter}`;
  return {
    linkId: value,
    storeId: value,
    day: value,
    channelId: value,
    userId: value,
    key: value,
    date: value,
    teamId: value,
  };
}
