import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { startSlack } from '../../demo/slack/start.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import { withDatabase } from '../../src/database/uri.ts';
import { prepareDatabase } from '../../src/prepare-database.ts';
import { encryptionKeys, startBench } from '../support/engine.ts';
import { amsterdam, setUpShop } from '../support/shop.ts';
import { daybook } from './daybook.ts';

const secrets = {
  botToken: 'xoxb-4711-planted-bot-token',
  signingSecret: 'planted-signing-secret-0815',
  metricsToken: 'planted-metrics-token-0815',
  jobsToken: 'planted-jobs-token-081500',
  password: 'planted-database-password',
  key: 'key-1',
  encryptionKey: encryptionKeys.split(':')[1] ?? '',
};

/** A linked shop, and settings full of secrets. */
async function planted() {
  const world = worldOf({ shops: [amsterdam], sales: [] });
  const bench = await startBench({ world, at: new Date().toISOString() });
  await setUpShop(bench, { departments: { City: ['1'] } });
  await prepareDatabase(bench.engine);
  const slack = await startSlack({
    manifest,
    people: [],
    channels: [],
    signingSecret: secrets.signingSecret,
    botToken: secrets.botToken,
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-secrets-'));
  onTestFinished(async () => {
    await slack.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const env = {
    LOG_LEVEL: 'trace',
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    LIGHTSPEED_R_URL: bench.lightspeed.url,
    MONGODB_URI: withDatabase(inject('mongodbUri'), bench.engine.connection.name),
    ENCRYPTION_KEYS: encryptionKeys,
    METRICS_TOKEN: secrets.metricsToken,
    JOBS_TOKEN: secrets.jobsToken,
    DAYBOOK_DATA_DIR: dataDir,
  };
  return { bench, env };
}

/** A key is looked for as a word: it is short, and part of names here. */
function leaked(text: string): string[] {
  return Object.entries(secrets)
    .filter(([name, secret]) => (name === 'key' ? /["\s:]key-1\b/.test(text) : text.includes(secret)))
    .map(([name]) => name);
}

test('no command says a secret, at the most talkative level, whether it works or not', {
  timeout: 120_000,
}, async () => {
  const { bench, env } = await planted();
  const other = `k1:${Buffer.alloc(32, 99).toString('base64')}`;
  const unreachable = `mongodb://daybook:${secrets.password}@127.0.0.1:1/daybook`;
  const said: { line: string; code: unknown; text: string }[] = [];
  const run = async (change: Record<string, string>, ...args: string[]) => {
    const { code, out, err } = await daybook({ ...env, ...change }, ...args);
    said.push({ line: args.join(' '), code, text: `${out}${err}` });
  };

  await run({}, 'doctor', '--json');
  await run({}, 'night');
  await run({}, 'keys', 'rotate');
  await run({}, 'workspaces');
  await run({ ENCRYPTION_KEYS: other }, 'doctor');
  await run({ MONGODB_URI: unreachable }, 'night');
  await run({ MONGODB_URI: `daybook:${secrets.password}@db.example.com` }, 'workspaces');
  await run({ JOBS_TOKEN: 'planted-jobs-token-081500 and more', PORT: secrets.password }, 'doctor');
  await run({ ENCRYPTION_KEYS: `${encryptionKeys},${encryptionKeys}` }, 'keys', 'rotate');
  bench.world.revokeKey('key-1');
  await run({ SLACK_BOT_TOKEN: `${secrets.botToken}-refused` }, 'doctor');

  expect(
    said.map(({ line, text }) => ({ line, leaked: leaked(text) })).filter((each) => each.leaked.length > 0),
  ).toEqual([]);
  expect(said.map(({ code }) => code)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  expect(said.every(({ text }) => text.length > 0)).toBe(true);
});
