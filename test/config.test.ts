import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig, SettingsError } from '../src/config.ts';
import { slackCredentials } from '../src/slack-credentials.ts';
import { freshDatabase } from './support/database.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-planted', SLACK_SIGNING_SECRET: 'planted-secret' };

/** The words of the SettingsError that this throws. */
function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('without any setting there is a default for all but Slack', () => {
  const config = readConfig({});

  expect(config).toMatchObject({
    slack: { apiUrl: 'https://slack.com/api/', botToken: undefined },
    lightspeed: { rUrl: 'https://api.lightspeedapp.com' },
    mongodbUri: undefined,
    dataDir: './data',
    role: 'all',
    port: 3000,
    logLevel: 'info',
  });
});

test('an empty variable counts as absent', () => {
  const config = readConfig({ PORT: '', MONGODB_URI: '', SLACK_APP_TOKEN: '', LOG_LEVEL: '' });

  expect(config).toMatchObject({ port: 3000, mongodbUri: undefined, logLevel: 'info' });
  expect(config.slack.appToken).toBeUndefined();
});

test.each(['http://127.0.0.1:1/api', 'http://127.0.0.1:1/api/', 'http://127.0.0.1:1/api//'])(
  'the address %s ends with one slash for Slack’s client',
  (given) => {
    expect(readConfig({ SLACK_API_URL: given }).slack.apiUrl).toBe('http://127.0.0.1:1/api/');
  },
);

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['DAYBOOK_ROLE', 'boss'],
  ['LOG_LEVEL', 'loud'],
  ['MONGODB_URI', 'postgres://planted-secret@localhost/db'],
  ['LIGHTSPEED_R_URL', 'not a url'],
  ['SLACK_API_URL', 'slack'],
  ['PUBLIC_URL', 'daybook'],
  ['LIGHTSPEED_X_URL', '{prefix}'],
])('a wrong %s is named, and its value is not', (name, value) => {
  const words = refusalOf(() => readConfig({ [name]: value }));

  expect(words).toMatch(
    new RegExp(`^These settings are not right:\\n {2}${name}: .+\\nSee \\.env\\.example\\.$`),
  );
  expect(words).not.toContain('planted-secret');
});

test('what is wrong with a setting is said in words', () => {
  const wrong = {
    PORT: 'x',
    DAYBOOK_ROLE: 'boss',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'daybook',
    SLACK_API_URL: 'slack',
  };

  expect(() => readConfig(wrong)).toThrow(SettingsError);
  for (const [name, value] of Object.entries(wrong)) {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}: must be `));
    expect(() => readConfig({ [name]: value })).not.toThrow(/Invalid|NaN|expected/);
  }
});

test('all wrong settings are named at once', () => {
  const words = refusalOf(() => readConfig({ PORT: '-1', LOG_LEVEL: 'loud' }));

  expect(words).toContain('PORT:');
  expect(words).toContain('LOG_LEVEL:');
});

test('an app token means Socket Mode, a signing secret alone means HTTP', () => {
  expect(slackCredentials(readConfig(bot)).transport).toEqual({
    kind: 'http',
    signingSecret: 'planted-secret',
  });
  expect(slackCredentials(readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' })).transport).toEqual({
    kind: 'socket',
    appToken: 'xapp-1',
  });
});

test.each<[string, Record<string, string>, string[], string[]]>([
  ['everything', {}, ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'], []],
  ['the bot token', { SLACK_SIGNING_SECRET: 'x' }, ['SLACK_BOT_TOKEN'], ['SLACK_SIGNING_SECRET']],
  [
    'a way in',
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
    ['SLACK_BOT_TOKEN'],
  ],
])('where %s is missing, that is named with where to find it', (_what, env, named, unnamed) => {
  const words = refusalOf(() => slackCredentials(readConfig(env)));

  for (const name of named) expect(words).toContain(name);
  for (const name of unnamed) expect(words).not.toContain(`${name} (`);
  expect(words).toContain('npm run demo');
});

const many = {
  SLACK_CLIENT_ID: 'id',
  SLACK_CLIENT_SECRET: 'planted-secret',
  SLACK_STATE_SECRET: 'planted-state',
  SLACK_SIGNING_SECRET: 'planted-signing',
};

test('the client’s settings mean many workspaces, over HTTP', () => {
  expect(slackCredentials(readConfig(many))).toEqual({
    kind: 'many',
    clientId: 'id',
    clientSecret: 'planted-secret',
    stateSecret: 'planted-state',
    transport: { kind: 'http', signingSecret: 'planted-signing' },
  });
});

test.each(Object.keys(many))('for many workspaces a missing %s is named, and no value is', (name) => {
  const words = refusalOf(() => slackCredentials(readConfig({ ...many, [name]: '' })));

  expect(words).toMatch(new RegExp(`^Workspaces cannot install Daybook yet\\. Missing:\\n {2}${name} \\(`));
  expect(words).not.toContain('planted');
});

test.each([
  ['SLACK_BOT_TOKEN', 'xoxb-planted'],
  ['SLACK_APP_TOKEN', 'xapp-planted'],
])('the settings for many workspaces together with %s are refused', (name, value) => {
  const words = refusalOf(() => slackCredentials(readConfig({ ...many, [name]: value })));

  expect(words).toContain(`(${name})`);
  expect(words).toContain('are mixed');
  expect(words).not.toContain('planted');
});

test('a bot token that ends in half a day is refused, with what to do', () => {
  const words = refusalOf(() =>
    slackCredentials(readConfig({ ...bot, SLACK_BOT_TOKEN: 'xoxe.xoxb-1-planted' })),
  );

  expect(words).toContain('token rotation is on');
  expect(words).not.toContain('planted');
});

/** Runs the program in an empty folder with these settings and nothing else. */
async function runMain(env: Record<string, string>) {
  const cwd = await mkdtemp(join(tmpdir(), 'daybook-main-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const child = spawn(process.execPath, [resolve('src/main.ts')], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  let output = '';
  child.stderr.on('data', (part) => {
    errors += String(part);
  });
  child.stdout.on('data', (part) => {
    output += String(part);
  });
  const [code] = await once(child, 'close');
  return { code, errors, output };
}

test.each<[string, Record<string, string>, RegExp]>([
  ['no setting at all', {}, /^Daybook cannot reach Slack yet\. Missing:\n {2}SLACK_BOT_TOKEN/],
  ['no bot token', { SLACK_SIGNING_SECRET: 'x' }, /Missing:\n {2}SLACK_BOT_TOKEN/],
  ['a wrong port', { ...bot, PORT: 'x' }, /^These settings are not right:\n {2}PORT: /],
  [
    'no database there',
    { ...bot, MONGODB_URI: 'mongodb://u:planted-secret@127.0.0.1:9/x' },
    /^No MongoDB answers at/,
  ],
])('the program refuses in words with %s', async (_what, env, words) => {
  const { code, errors } = await runMain(env);

  expect(code).toBe(1);
  expect(errors).toMatch(words);
  expect(errors).not.toMatch(/^\s+at /m);
  expect(errors).not.toContain('planted-secret');
});

test.each<[string, Record<string, string>, RegExp]>([
  ['encryption keys that are none', { ENCRYPTION_KEYS: 'k1:planted-secret' }, /^ENCRYPTION_KEYS must read /],
  [
    'a Slack that does not answer',
    { SLACK_API_URL: 'http://127.0.0.1:9/api/' },
    /^Slack does not take SLACK_BOT_TOKEN, or does not answer\./,
  ],
])('the program refuses in words, with a database, for %s', async (_what, env, words) => {
  const database = await freshDatabase();
  onTestFinished(database.drop);

  const { code, errors } = await runMain({ ...bot, MONGODB_URI: database.uri, ...env });

  expect(code).toBe(1);
  expect(errors).toMatch(words);
  expect(errors).not.toMatch(/^\s+at |planted/m);
});
