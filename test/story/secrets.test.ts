import { afterEach, expect, test, vi } from 'vitest';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
import { linkAccount } from '../../src/lightspeed/link-account.ts';
import { createLogger } from '../../src/logger.ts';
import { runDue } from '../../src/run-due.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { recordWire } from './support/wire.ts';

const planted = 'planted-0123456789abcdef-SECRET-tail';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything a person can see or the app ever stored, as text. */
async function everythingKept(scene: Scene): Promise<Record<string, string>> {
  const names = await scene.connection.db?.listCollections().toArray();
  const dumps = await Promise.all(
    (names ?? []).map(async ({ name }) => [
      name,
      JSON.stringify(await scene.connection.collection(name).find().toArray()),
    ]),
  );
  return Object.fromEntries(dumps);
}

async function submitKey(scene: Scene, person: PersonDriver, key: string) {
  const before = person.modal();
  if (before) await person.close(before);
  await person.command('/lightspeed link', { channel: 'general' });
  const form = await modalSaying(scene, 'API key', person);
  await person.type(form, 'API key', key);
  return person.submit(form);
}

/** A key that is refused, one that fails late, one that links; a night, a digest run, a status, a broken link. */
async function liveThrough(scene: Scene): Promise<void> {
  const { manager, world, workspace } = scene;
  await submitKey(scene, manager, planted);
  world.keys.set(planted, 'good');
  workspace.lightspeed.faults.add({ kind: 'unavailable', times: 4 });
  await submitKey(scene, manager, planted);
  await modalSaying(scene, 'Lightspeed does not answer');
  await submitKey(scene, manager, planted);
  await modalSaying(scene, 'is linked');
  await submitKey(scene, scene.member, planted).catch(() => undefined);
  await ask(scene, `/lightspeed link ${planted}`);
  await ask(scene, `/lightspeed ${planted}`);
  await ask(scene, '/lightspeed import');
  await scene.slack.waitFor(
    () => manager.seen('general').some(({ text }) => text.includes('The last two days are in')),
    8_000,
    'the end of the import',
  );
  await ask(scene, '/lightspeed status');
  world.revokeKey(planted);
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);
  await manager.openHome();
  await scene.slack.waitFor(() => manager.home(), 3_000, 'the Home tab');
}

test.each(['http', 'socket'] as const)(
  'a typed key is nowhere in the logs, in what Slack was sent, or in the database (%s)',
  async (transport) => {
    const logs: string[] = [];
    const wire = recordWire();
    const logger = createLogger('trace', { write: (line) => logs.push(line) });
    const scene = await openScene({ logger, transport });

    await liveThrough(scene);

    const kept = await everythingKept(scene);
    const toSlack = wire.filter(({ url }) => url.startsWith(scene.slack.url));
    const answers = wire.filter(({ url }) => url.includes(`:${scene.workspace.config.port}/`));
    expect(logs.length).toBeGreaterThan(0);
    expect(toSlack.some(({ url }) => url.endsWith('views.update'))).toBe(true);
    expect(answers.length > 0).toBe(transport === 'http');
    expect(Object.keys(kept)).toContain('links');
    expect(logs.filter((line) => line.includes(planted))).toEqual([]);
    expect(toSlack.filter(({ sent }) => sent.includes(planted))).toEqual([]);
    expect(answers.filter(({ answered }) => answered.includes(planted))).toEqual([]);
    expect(Object.entries(kept).filter(([, dump]) => dump.includes(planted))).toEqual([]);
    expect(JSON.stringify(scene.slack.state.messages)).not.toContain(planted);
  },
);

test('no piece of the key longer than its last four characters is kept', async () => {
  const scene = await openScene();
  scene.world.keys.set(planted, 'good');
  await submitKey(scene, scene.manager, planted);

  const dump = JSON.stringify(await everythingKept(scene));

  expect(modalOf(scene.manager).words).toContain('tail');
  expect(dump).not.toContain(planted.slice(-8));
  expect(dump).not.toContain(planted.slice(0, 8));
});

/** Each as an operator would set it. */
const settings = {
  ENCRYPTION_KEYS: `k1:${Buffer.from('planted-encryption-key-32-bytes!').toString('base64')}`,
  LIGHTSPEED_R_CLIENT_ID: 'planted-client',
  LIGHTSPEED_R_CLIENT_SECRET: 'planted-client-secret-0123456789',
  METRICS_TOKEN: 'planted-metrics-token-0123456789abcdef',
  JOBS_TOKEN: 'planted-jobs-token-0123456789abcdefabcdef',
  PUBLIC_URL: 'https://daybook.example.com',
};

test.each(['http', 'socket'] as const)(
  'no secret of the operator, token of Slack or token of a consent leaves a trace (%s)',
  async (transport) => {
    const logs: string[] = [];
    const wire = recordWire();
    const scene = await openScene({
      logger: createLogger('trace', { write: (line) => logs.push(line) }),
      env: settings,
      transport,
      tolerated: { verdicts: ['token_revoked'] },
    });
    const tokens = {
      accessToken: 'planted-access-token-0123456789',
      refreshToken: 'planted-refresh-token-0123456789',
      expiresAt: scene.clock.now(),
    };
    await linkAccount(await scene.context(), { key: 'key-1', userId: 'U1MANAGER', deadline: 5_000 });
    const [link] = await scene.engine.models.links.find({ workspaceId: scene.slack.state.team.id }).lean();
    const place = { workspaceId: scene.slack.state.team.id, linkId: link?._id ?? '' };
    const key = await scene.engine.vault.seal(JSON.stringify(tokens), place);
    await scene.engine.models.links.updateOne(
      { workspaceId: place.workspaceId, _id: place.linkId },
      { key, credential: 'oauth' },
    );

    // The tokens are refused and cannot be renewed, then Lightspeed is down, then Slack takes the bot's token away.
    await ask(scene, '/lightspeed status');
    scene.clock.moveTo('2025-11-14T03:00:30+01:00');
    await runDue(scene.engine);
    scene.workspace.lightspeed.faults.add({ kind: 'unavailable', times: 'always' });
    scene.clock.moveTo('2025-11-14T05:00:30+01:00');
    await runDue(scene.engine);
    const { port } = scene.workspace.config;
    const paths = [
      'metrics',
      'jobs',
      'healthz',
      'readyz',
      'lightspeed/oauth?state=x',
      'lightspeed/key?token=x',
    ];
    const headers = { authorization: `Bearer ${settings.METRICS_TOKEN}` };
    const pages = await Promise.all(
      paths.map(async (path) => (await fetch(`http://127.0.0.1:${port}/${path}`, { headers })).text()),
    );
    scene.slack.revokeToken();
    await scene.manager.command('/turnover', { channel: 'general' });
    await scene.engine.inFlight.settled(5_000);

    expect(logs.some((line) => /"level":(?:40|50)/.test(line))).toBe(true);
    const kept = JSON.stringify(await everythingKept(scene));
    const shown = JSON.stringify([scene.slack.state.messages, scene.slack.state.views]);
    const told = wire.filter(({ url }) => url.startsWith(scene.slack.url)).map(({ sent }) => sent);
    const planted = {
      ...settings,
      LIGHTSPEED_R_CLIENT_ID: undefined,
      PUBLIC_URL: undefined,
      key: settings.ENCRYPTION_KEYS.slice(3),
      access: tokens.accessToken,
      refresh: tokens.refreshToken,
      bot: 'xoxb-local-workspace',
      app: 'xapp-local-workspace',
      signing: 'local-signing-secret',
    };
    for (const [name, secret] of Object.entries(planted)) {
      if (secret === undefined) continue;
      expect(
        logs.filter((line) => line.includes(secret)),
        `${name} in the logs`,
      ).toEqual([]);
      expect(kept.includes(secret), `${name} in the database`).toBe(false);
      expect(shown.includes(secret), `${name} on a screen`).toBe(false);
      expect(
        pages.filter((page) => page.includes(secret)),
        `${name} on a page`,
      ).toEqual([]);
      // Slack's own tokens do go to Slack.
      const mayGo = name === 'bot' || name === 'app';
      expect(mayGo ? [] : told.filter((sent) => sent.includes(secret)), `${name} to Slack`).toEqual([]);
    }
  },
);

test('tokens of Slack and the signing secret are in no log', async () => {
  const logs: string[] = [];
  const logger = createLogger('trace', { write: (line) => logs.push(line) });
  const scene = await openScene({ logger, tolerated: { verdicts: ['token_revoked'] } });
  scene.slack.revokeToken();

  await scene.manager.command('/turnover', { channel: 'general' });
  await scene.slack.waitFor(() => logs.some((line) => line.includes('token_revoked')), 5_000, 'a line');

  const text = logs.join('');
  for (const secret of ['xoxb-local-workspace', 'xapp-local-workspace', 'local-signing-secret']) {
    expect(text).not.toContain(secret);
  }
});
