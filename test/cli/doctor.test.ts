import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startSlack } from '../../demo/slack/start.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import { withDatabase } from '../../src/database/uri.ts';
import { prepareDatabase } from '../../src/prepare-database.ts';
import { monthOf } from '../../src/turnover/month-sums.ts';
import { remakeMonths } from '../../src/turnover/remake-months.ts';
import { addDays, dayOf } from '../../src/turnover/trading-day.ts';
import { encryptionKeys, startBench, workspaceId } from '../support/engine.ts';
import { expectMonthsAddUp } from '../support/months.ts';
import { amsterdam, setUpShop } from '../support/shop.ts';
import { daybook } from './daybook.ts';

const minute = 60_000;

/** A Daybook of which all is well, and the settings that lead to it. */
async function healthy({ scopes }: { scopes?: (scope: string) => boolean } = {}) {
  const world = worldOf({ account: { name: 'Blad & Boon' }, shops: [amsterdam], sales: [] });
  const bench = await startBench({ world, at: new Date().toISOString() });
  await setUpShop(bench, { departments: { City: ['1'] } });
  await prepareDatabase(bench.engine);
  const { bot } = manifest.oauth_config.scopes;
  const slack = await startSlack({
    manifest: { ...manifest, oauth_config: { scopes: { bot: bot.filter(scopes ?? (() => true)) } } },
    people: [{ id: 'U1', name: 'Marieke', is_admin: true, tz: 'Europe/Amsterdam' }],
    channels: [],
    signingSecret: 'doctor-signing-secret',
    botToken: 'xoxb-doctor',
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-doctor-'));
  onTestFinished(async () => {
    await slack.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const jobs = bench.engine.connection.collection('agenda_jobs');
  await jobs.insertMany([
    { name: 'sweep', type: 'single', lastFinishedAt: new Date(Date.now() - minute) },
    { name: 'retention', type: 'single' },
  ]);
  const env = {
    PATH: process.env['PATH'],
    SLACK_BOT_TOKEN: 'xoxb-doctor',
    SLACK_SIGNING_SECRET: 'doctor-signing-secret',
    SLACK_API_URL: slack.apiUrl,
    LIGHTSPEED_R_URL: bench.lightspeed.url,
    MONGODB_URI: withDatabase(inject('mongodbUri'), bench.engine.connection.name),
    ENCRYPTION_KEYS: encryptionKeys,
    DAYBOOK_DATA_DIR: dataDir,
  };
  return { bench, slack, jobs, dataDir, env };
}

function figureOf(day: string) {
  const amounts = { gross: 1_210, net: 1_000, tax: 210, sales: 3, state: 'final' as const };
  const revision = { ...amounts, at: new Date(), source: 'night' as const, movements: [] };
  const of = { workspaceId, linkId: 'a'.repeat(24), storeId: '1', day, currency: 'EUR' };
  return { ...of, ...amounts, revisions: [revision] };
}

const doctor = (env: Record<string, string | undefined>, ...args: string[]) =>
  daybook(env, 'doctor', ...args);

/** What is not well, by what it is of. */
function wrongIn(out: string) {
  const {
    findings,
  }: { findings: { what: string; state: string; wrong: string | null; next: string | null }[] } =
    JSON.parse(out);
  return findings
    .filter(({ state }) => state !== 'ok')
    .map(({ state, wrong, next }) => ({ state, wrong, next }));
}

test('where all is well each thing has a line, and the command succeeds', async () => {
  const { env } = await healthy();

  const { code, out, err } = await doctor(env);

  expect(err).toBe('');
  expect(code).toBe(0);
  const lines = out.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([]);
  for (const what of [
    'settings for Slack',
    'MongoDB 6',
    'replica set of 1 member',
    'confirmed by most',
    'that of MongoDB',
    'this version',
    'that of Slack',
    '1 stored key opens',
    'Blad & Boon',
    'jobs run',
    'nights',
    'data folder',
  ]) {
    expect(out).toContain(what);
  }
  expect(out).not.toContain('xoxb');
}, 60_000);

test('each fault is said with its one next step, and the command fails', async () => {
  const { bench, jobs, dataDir, env } = await healthy({ scopes: (scope) => scope !== 'files:read' });
  bench.world.revokeKey('key-1');
  await jobs.updateOne({ name: 'sweep' }, { $set: { lastFinishedAt: new Date(Date.now() - 90 * minute) } });
  await writeFile(join(dataDir, 'encryption-keys'), 'k1:secret');
  await chmod(join(dataDir, 'encryption-keys'), 0o644);

  const { code, out } = await doctor(env, '--json');

  expect(code).toBe(1);
  expect(wrongIn(out)).toEqual([
    {
      state: 'fault',
      wrong: 'the app lacks files:read',
      next: expect.stringContaining('Reinstall to Workspace'),
    },
    {
      state: 'fault',
      wrong: expect.stringContaining('refused the key'),
      next: expect.stringContaining('/lightspeed link'),
    },
    {
      state: 'fault',
      wrong: 'the last one ended 90 minutes ago',
      next: expect.stringContaining('npm start'),
    },
    {
      state: 'fault',
      wrong: expect.stringContaining('can be read by other users'),
      next: expect.stringContaining('chmod 600'),
    },
  ]);
}, 60_000);

test('what may still wait is a warning, with which the command succeeds', async () => {
  const { bench, env } = await healthy();
  const { connection, models } = bench.engine;
  await connection.collection('migrations').deleteMany({});
  await models.nights.create({
    workspaceId: 'T1',
    linkId: 'l1',
    zone: 'UTC',
    date: '2025-11-13',
    state: 'waiting',
    dueAt: new Date(Date.now() - 120 * minute),
  });
  const newer = `k2:${Buffer.alloc(32, 8).toString('base64')},${encryptionKeys}`;

  const { code, out } = await doctor({ ...env, ENCRYPTION_KEYS: newer }, '--json');

  expect(code).toBe(0);
  expect(wrongIn(out)).toEqual([
    { state: 'warning', wrong: expect.stringContaining('not made yet'), next: expect.any(String) },
    {
      state: 'warning',
      wrong: '1 of them with an older encryption key',
      next: expect.stringContaining('keys rotate'),
    },
    { state: 'warning', wrong: '1 waits or has failed', next: expect.any(String) },
  ]);
  // It only looks: changes of how things are kept are made at a start, after a backup.
  expect(await connection.collection('migrations').countDocuments()).toBe(0);
}, 60_000);

test('with --mend what is safe to mend is mended and said, and the rest is left', async () => {
  const { bench, jobs, dataDir, env } = await healthy({ scopes: (scope) => scope !== 'files:read' });
  const { connection } = bench.engine;
  const keyFile = join(dataDir, 'encryption-keys');
  await writeFile(keyFile, 'k1:secret');
  await chmod(keyFile, 0o644);
  await connection.collection('links').dropIndex('one_link_per_account');
  await jobs.deleteOne({ name: 'sweep' });

  const looked = await doctor(env, '--json');
  const mended = await doctor(env, '--mend');
  const after = await doctor(env, '--json');

  expect(wrongIn(looked.out).map(({ wrong, next }) => [wrong, next?.includes('--mend')])).toEqual([
    ['missing: 1 of links', true],
    ['the app lacks files:read', false],
    ['missing: sweep', true],
    [expect.stringContaining('can be read by other users'), true],
  ]);
  expect(mended.code).toBe(1);
  expect(mended.err).toBe('1 to mend.\n');
  expect(mended.out.match(/^mended .*\n +Mended: .*$/gm)).toEqual([
    expect.stringContaining('the indexes are there: missing: 1 of links\n         Mended: they were made'),
    expect.stringContaining('missing: sweep'),
    expect.stringContaining('its mode is 600 now'),
  ]);
  expect(wrongIn(after.out).map(({ wrong }) => wrong)).toEqual(['the app lacks files:read']);
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  expect(await connection.collection('links').indexExists('one_link_per_account')).toBe(true);
  expect(await jobs.countDocuments({ name: 'sweep', type: 'single' })).toBe(1);
}, 60_000);

test('months that do not add up are found and added up anew; the figures stay', async () => {
  const { bench, env } = await healthy();
  const { models } = bench.engine;
  const today = dayOf(Date.now(), { zone: 'UTC', cutOff: 0 });
  const days = [-70, -3, -2].map((ago) => addDays(today, ago));
  const [first = '', ...later] = [...new Set(days.map(monthOf))];
  await models.figures.insertMany(days.map((day) => figureOf(day)));
  await remakeMonths(bench.engine, { workspaceId });
  const before = await models.figures.find({ workspaceId }).lean();
  await models.monthSums.updateOne({ workspaceId, month: first }, { $inc: { gross: 1 } });
  await models.monthSums.deleteMany({ workspaceId, month: { $in: later } });

  const looked = await doctor(env, '--json');
  const mended = await doctor(env, '--mend');
  const after = await doctor(env, '--json');

  expect(wrongIn(looked.out)).toMatchObject([
    { state: 'fault', wrong: `not so in ${workspaceId}: ${[first, ...later].join(', ')}` },
  ]);
  expect(mended.code).toBe(0);
  expect(mended.out).toContain('Mended: they were added up anew');
  expect(wrongIn(after.out)).toEqual([]);
  await expectMonthsAddUp(bench.engine, workspaceId);
  expect(await models.figures.find({ workspaceId }).lean()).toEqual(before);
}, 60_000);

test('what cannot be mended stays a fault, with the reason', async () => {
  const { bench, env } = await healthy();
  const links = bench.engine.connection.collection('links');
  await links.dropIndex('one_link_per_account');
  await links.createIndex({ workspaceId: 1, accountId: 1 }, { name: 'one_link_per_account' });

  const { code, out } = await doctor(env, '--mend', '--json');

  expect(code).toBe(1);
  expect(wrongIn(out)).toMatchObject([
    { state: 'fault', wrong: expect.stringContaining('mending it failed'), next: expect.any(String) },
  ]);
  expect(
    (await links.indexes()).find(({ name }) => name === 'one_link_per_account')?.['unique'],
  ).toBeUndefined();
}, 60_000);

test('a key that no longer opens, a token that Slack refuses and settings that are not right are faults', async () => {
  const { env } = await healthy();

  const other = await doctor(
    {
      ...env,
      ENCRYPTION_KEYS: `k9:${Buffer.alloc(32, 9).toString('base64')}`,
      SLACK_BOT_TOKEN: 'xoxb-wrong',
    },
    '--json',
  );
  const settings = await doctor({ ...env, PORT: 'many' });

  expect(other.code).toBe(1);
  expect(wrongIn(other.out).map(({ state, wrong }) => ({ state, wrong }))).toEqual([
    { state: 'fault', wrong: 'Slack does not take the token (invalid_auth)' },
    { state: 'fault', wrong: '1 of them cannot be opened' },
    { state: 'fault', wrong: expect.stringContaining('not in ENCRYPTION_KEYS') },
  ]);
  expect(settings.code).toBe(1);
  expect(settings.out).toContain('FAULT    settings');
  expect(settings.out).toContain('PORT');
}, 60_000);
