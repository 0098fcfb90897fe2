import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startSlack } from '../../demo/slack/start.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import { withDatabase } from '../../src/database/uri.ts';
import { encryptionKeys, startBench } from '../support/engine.ts';
import { amsterdam, setUpShop, storedFigures } from '../support/shop.ts';

const hour = 3_600_000;

/** A shop whose night is due by the real clock, and a Slack, for processes of their own. */
async function shopWithProcesses({ digestHour }: { digestHour?: number } = {}) {
  const now = Date.now();
  const ago = (hours: number) => new Date(now - hours * hour).toISOString();
  const world = worldOf({ shops: [amsterdam], sales: [{ at: ago(48), gross: 1_000, tax: 0 }] });
  const bench = await startBench({ world, at: ago(72) });
  const digest = digestHour === undefined ? {} : { digestHour };
  await setUpShop(bench, { departments: { City: ['1'] }, ...digest });
  bench.clock.moveTo(ago(0));
  const signingSecret = 'stop-signing-secret';
  const botToken = 'xoxb-stop';
  const slack = await startSlack({
    manifest,
    people: [{ id: 'U1', name: 'Marieke', is_admin: true, tz: 'Europe/Amsterdam' }],
    channels: [{ id: 'C1', name: 'sales', hasBot: true }],
    team: { id: 'T1', name: 'Shop', domain: 'shop' },
    signingSecret,
    botToken,
  });
  onTestFinished(() => slack.close());
  const env = {
    PATH: process.env['PATH'],
    TZ: 'UTC',
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    LIGHTSPEED_R_URL: bench.lightspeed.url,
    MONGODB_URI: withDatabase(inject('mongodbUri'), bench.engine.connection.name),
    ENCRYPTION_KEYS: encryptionKeys,
  };
  return { bench, slack, start: (more: Record<string, string>) => start({ ...env, ...more }) };
}

/** Daybook as a process of its own, and what it writes. */
function start(env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [resolve('src/main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += String(part);
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended, said: () => said };
}

async function until(what: () => unknown): Promise<void> {
  await expect.poll(what, { timeout: 40_000, interval: 50 }).toBeTruthy();
}

async function freePort(): Promise<{ port: number; free(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, free: () => new Promise((done) => server.close(() => done())) };
}

test('a stop with a night and a command under way, while Lightspeed hangs, takes less than ten seconds, and the next process takes over at once', async () => {
  const { bench, slack, start } = await shopWithProcesses();
  const { port, free } = await freePort();
  await free();
  bench.lightspeed.faults.add({ kind: 'hang', times: 'always' });
  const first = start({ PORT: String(port), DAYBOOK_ROLE: 'all' });
  const { nights } = bench.engine.models;
  const night = () => nights.findOne({ workspaceId: 'T1' }).lean();
  await until(async () => (await night())?.lease.until);
  slack.setAppUrl(`http://127.0.0.1:${port}`);
  const person = slack.as('U1');
  await person.command('/turnover', { channel: 'sales' });

  const begun = Date.now();
  first.child.kill('SIGTERM');
  const code = await first.ended;
  const took = Date.now() - begun;
  const handedOver = await night();
  bench.lightspeed.faults.clear();
  const second = start({ PORT: '0', DAYBOOK_ROLE: 'worker' });
  await until(async () => (await night())?.state === 'done');
  second.child.kill('SIGTERM');
  const secondCode = await second.ended;

  expect(code, first.said()).toBe(0);
  expect(took).toBeLessThan(10_000);
  expect(handedOver).toMatchObject({ state: 'waiting', failure: null, lease: { until: null } });
  expect(person.seen('sales').filter(({ isEphemeral }) => isEphemeral)).toHaveLength(1);
  expect(secondCode, second.said()).toBe(0);
  const days = await bench.engine.models.figures.distinct('day', { workspaceId: 'T1' });
  const figures = await Promise.all(days.map((day) => storedFigures(bench, day)));
  expect(figures.reduce((sum, { '1': figure }) => sum + (figure?.gross ?? 0), 0)).toBe(1_000);
}, 90_000);

test('a stop while a digest is posted and Slack hangs takes less than ten seconds, and leaves the digest in doubt to who looks for it later', async () => {
  const { bench, slack, start } = await shopWithProcesses({ digestHour: 0 });
  slack.faults.add({ kind: 'hang', method: 'chat.postMessage', times: 1 });
  const worker = start({ PORT: '0', DAYBOOK_ROLE: 'worker' });
  const { digestPosts } = bench.engine.models;
  const inDoubt = () => digestPosts.findOne({ workspaceId: 'T1', inDoubt: { $ne: null } }).lean();
  await until(async () => slack.faults.pending.length === 0 && (await inDoubt()) !== null);

  const begun = Date.now();
  worker.child.kill('SIGTERM');
  const code = await worker.ended;
  const took = Date.now() - begun;

  expect(code, worker.said()).toBe(0);
  expect(took).toBeLessThan(10_000);
  // Nobody may post it again before it is certain that the first try is over.
  const post = await inDoubt();
  expect(post?.state).toBe('waiting');
  expect(post?.lease.until?.getTime()).toBeGreaterThan(Date.now());
}, 90_000);

test('a worker on a port that is taken says so in words, before it begins any work', async () => {
  const { bench, start } = await shopWithProcesses();
  const { port, free } = await freePort();
  onTestFinished(free);

  const worker = start({ PORT: String(port), DAYBOOK_ROLE: 'worker' });
  const code = await worker.ended;

  expect(code).toBe(1);
  expect(worker.said()).toContain(`Port ${port} is taken by another program`);
  expect(worker.said()).toContain('a worker too');
  expect(await bench.engine.models.nights.countDocuments({ workspaceId: 'T1' })).toBe(0);
}, 90_000);
