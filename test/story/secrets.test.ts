import { afterEach, expect, test, vi } from 'vitest';
import type { PersonDriver } from '../../demo/slack/driver/person.ts';
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
