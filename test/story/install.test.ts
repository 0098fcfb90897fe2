import { describe, expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { createLogger } from '../../src/logger.ts';
import { runDue } from '../../src/run-due.ts';
import { enterWorkspace } from '../../src/workspaces.ts';
import { agree, comeBack, depart, installIn, openMany } from './support/many.ts';

const shop = (key: string, name: string) =>
  worldOf({
    account: { accountID: key === 'key-1' ? '1' : '2', name },
    keys: [key],
    shops: [{ shopID: '1', name: `${name} shop`, timeZone: 'Europe/Amsterdam' }],
  });

const worlds = [shop('key-1', 'Blad & Boon'), shop('key-2', 'Zeep & Zo')];
const inFirst = { team: 'T1', person: 'U1MANAGER' };
const inSecond = { team: 'T2', person: 'U9MANAGER' };

describe('installing', () => {
  test('a workspace installs Daybook, and whoever did it is told once how to begin', async () => {
    const scene = await openMany({ worlds });

    const { status, page } = await installIn(scene, { ...inFirst, languages: 'nl-NL,nl;q=0.9' });
    await installIn(scene, inFirst);

    const told = scene.slack.as('U1MANAGER').seen('app');
    const kept = await scene.engine.models.workspaces.findById('T1').lean();
    expect(status).toBe(200);
    expect(page).toContain('Daybook is geïnstalleerd in Corner Shops.');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Daybook is er.')]);
    expect(kept).toMatchObject({
      name: 'Corner Shops',
      language: 'nl',
      managers: ['U1MANAGER'],
      uninstalledAt: null,
    });
  });

  test('the token is kept encrypted, for this workspace only', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);
    await installIn(scene, inSecond);
    const { installations } = scene.engine.models;
    const kept = await installations.findOne({ workspaceId: 'T1' }).lean();

    await installations.updateOne({ workspaceId: 'T2' }, { $set: { tokens: kept?.tokens ?? '' } });
    scene.engine.installations?.forget('T2');

    const dump = JSON.stringify(await scene.engine.connection.collection('installations').find().toArray());
    expect(dump).not.toMatch(/xox/);
    await expect(scene.engine.installations?.botOf('T2')).rejects.toThrow('belongs to another link');
    await expect(
      scene.engine.delivery.post('T2', { channelId: 'U9MANAGER', text: 'hello', blocks: [] }),
    ).rejects.toMatchObject({ outcome: 'not-done', code: 'token_unreadable' });
  });

  test('two workspaces each get their own answers and messages', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);
    await installIn(scene, inSecond);
    for (const [workspaceId, key, userId] of [
      ['T1', 'key-1', 'U1MANAGER'],
      ['T2', 'key-2', 'U9MANAGER'],
    ] as const) {
      const context = await enterWorkspace(scene.engine, { workspaceId });
      await linkAccount(context, { key, userId, deadline: 5_000 });
    }

    await scene.slack.as('U1MANAGER').command('/lightspeed status', { channel: 'general' });
    await scene.other.as('U9MANAGER').command('/lightspeed status', { channel: 'general' });

    const first = await answered(scene.slack, 'U1MANAGER');
    const second = await answered(scene.other, 'U9MANAGER');
    expect(first).toContain('Blad &amp; Boon');
    expect(first).not.toContain('Zeep');
    expect(second).toContain('Zeep &amp; Zo');
    expect(second).not.toContain('Blad');
  });

  test('who installs it again where it is set up makes nobody a manager', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);

    await installIn(scene, { team: 'T1', person: 'U2MEMBER' });

    const kept = await scene.engine.models.workspaces.findById('T1').lean();
    expect(kept?.managers).toEqual(['U1MANAGER']);
  });
});

describe('what is not an installation', () => {
  test('a person who says no is told that nothing was installed', async () => {
    const scene = await openMany({ worlds });

    const { status, page } = await installIn(scene, { ...inFirst, answer: 'no' });

    expect({ status, page }).toMatchObject({
      status: 200,
      page: expect.stringContaining('nothing was installed'),
    });
    expect(await scene.engine.models.workspaces.countDocuments()).toBe(0);
  });

  test.each<[string, (address: URL, cookie: string) => { address: string; cookie: string }]>([
    ['in a browser that did not begin', ({ href }) => ({ address: href, cookie: '' })],
    [
      'with a state of its own',
      (address) => {
        address.searchParams.set('state', 'forged');
        return { address: address.href, cookie: 'slack-app-oauth-state=forged' };
      },
    ],
    [
      'without a state',
      (address, cookie) => {
        address.searchParams.delete('state');
        return { address: address.href, cookie };
      },
    ],
  ])('a code that comes back %s is not used', async (_what, forge) => {
    const scene = await openMany({ worlds });
    const departure = await depart(scene);
    const address = new URL(await agree(departure, inFirst));
    const forged = forge(address, departure.cookie);

    const { status, page } = await comeBack(scene, forged.address, { cookie: forged.cookie });

    expect(status).toBe(400);
    expect(page).toContain('begun in another browser');
    expect(await scene.engine.models.installations.countDocuments({ workspaceId: 'T1' })).toBe(0);
  });

  test('a code that was used already installs nothing, and the page has a number for the operator', async () => {
    const scene = await openMany({ worlds });
    const departure = await depart(scene);
    const address = await agree(departure, inFirst);
    await comeBack(scene, address, departure);

    const { status, page, headers } = await comeBack(scene, address, departure);

    expect(status).toBe(502);
    expect(page).toMatch(/tell your operator this number: [0-9a-f]{8}/);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the tokens', () => {
  test('are renewed hours before their end, though nobody uses Daybook', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);
    const before = await tokenOf(scene);
    scene.clock.moveTo('2025-11-13T19:00:01+01:00');

    await runDue(scene.engine);

    const after = await tokenOf(scene);
    const kept = await scene.engine.models.installations.findOne({ workspaceId: 'T1' }).lean();
    expect(after).not.toBe(before);
    expect(kept?.expiresAt?.toISOString()).toBe('2025-11-14T06:00:01.000Z');
  });

  test('are renewed at once for who asks after their end', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);
    scene.clock.moveTo('2025-11-14T10:00:00+01:00');

    await scene.slack.as('U1MANAGER').command('/lightspeed status', { channel: 'general' });

    expect(await answered(scene.slack, 'U1MANAGER')).toContain('nog geen Lightspeed-account');
  });

  test('that Slack does not renew are told of once, while Daybook can still speak', async () => {
    const scene = await openMany({ worlds });
    await installIn(scene, inFirst);
    for (const token of Object.values(scene.slack.state.tokens))
      if (token.kind === 'refresh') token.isRevoked = true;
    scene.clock.moveTo('2025-11-13T19:30:00+01:00');

    await runDue(scene.engine);
    await runDue(scene.engine);

    const told = scene.slack
      .as('U1MANAGER')
      .seen('app')
      .map(({ text }) => text);
    expect(told.filter((text) => text.includes('Daybook moet opnieuw worden geïnstalleerd'))).toHaveLength(1);
  });
});

test('no log, stored document, page or message holds a token or a secret of the app', async () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line: string) => lines.push(line) });
  const scene = await openMany({ worlds, logger });
  const departure = await depart(scene);
  const address = await agree(departure, inFirst);
  const pages = [await comeBack(scene, address, departure), await comeBack(scene, address, departure)];
  scene.clock.moveTo('2025-11-13T19:30:00+01:00');
  await runDue(scene.engine);
  for (const token of Object.values(scene.slack.state.tokens)) token.isRevoked = true;
  scene.clock.moveTo('2025-11-14T07:30:00+01:00');
  await runDue(scene.engine);
  await scene.slack.as('U1MANAGER').command('/turnover', { channel: 'general' });
  await scene.engine.inFlight.settled(5_000);

  const names = await scene.engine.connection.db?.listCollections().toArray();
  const stored = await Promise.all(
    (names ?? []).map(({ name }) => scene.engine.connection.collection(name).find().toArray()),
  );
  const everything = JSON.stringify([lines, pages, stored, scene.slack.state.messages]);
  expect(lines.length).toBeGreaterThan(0);
  expect(everything).not.toMatch(/xox[eb][.-]|many-client-secret|many-state-secret|many-signing-secret/);
});

test('an organisation installs Daybook as one workspace, whose managers run the organisation', async () => {
  const scene = await openMany({ worlds, enterprise: { id: 'E1', name: 'Big Shops' } });

  const { page } = await installIn(scene, { ...inFirst, where: 'org' });
  await scene.slack.sendEvent({ type: 'team_access_granted', team_ids: ['T1', 'T5'] });
  await scene.slack.sendEvent({ type: 'team_access_revoked', team_ids: ['T5'] });
  await scene.slack.as('U1MANAGER').command('/lightspeed settings', { channel: 'general' });
  const form = await scene.slack.waitFor(
    () => scene.slack.as('U1MANAGER').modal()?.words.includes('btw') || undefined,
    5_000,
    'the settings',
  );

  const kept = await scene.engine.models.installations.findOne({ workspaceId: 'E1' }).lean();
  expect(page).toContain('Big Shops');
  expect(form).toBe(true);
  expect(kept).toMatchObject({ enterpriseId: 'E1', teamId: null, teamIds: ['T1'] });
  expect(await scene.engine.models.workspaces.distinct('_id')).toEqual(['E1']);
  expect((await scene.engine.delivery.person('E1', 'U1MANAGER')).isAdmin).toBe(false);
});

async function tokenOf({ engine }: Awaited<ReturnType<typeof openMany>>): Promise<string | undefined> {
  return (await engine.installations?.botOf('T1'))?.accessToken;
}

/** All that somebody alone was answered in #general. */
async function answered(
  slack: Awaited<ReturnType<typeof openMany>>['other'],
  person: string,
): Promise<string> {
  const found = await slack.waitFor(
    () =>
      slack
        .as(person)
        .seen('general')
        .findLast(({ isEphemeral }) => isEphemeral),
    8_000,
    'an answer',
  );
  return `${found.text}\n${found.words}`;
}
