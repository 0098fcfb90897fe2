import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import type { Engine } from '../../src/context.ts';
import { keepInstallation } from '../../src/installations/keep-installation.ts';
import { renewDueTokens } from '../../src/installations/renew-due-tokens.ts';
import { InstallationLostError } from '../../src/slack/oauth.ts';
import { type Bench, startBench } from '../support/engine.ts';
import { onLoopback } from '../support/on-loopback.ts';

type Answer = (refreshToken: string) => Promise<object>;

const hours = (number: number) => number * 3_600_000;

/** Slack's token endpoint, of which each refresh token works once; and a bench that renews there. */
async function startRenewing({ pause = 0, answer }: { pause?: number; answer?: Answer } = {}) {
  const used: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const token = new URLSearchParams(body).get('refresh_token') ?? '';
    const isKnown = token === `refresh-${used.length}`;
    used.push(token);
    await delay(pause);
    const fresh = {
      ok: true,
      access_token: `xoxe.xoxb-${used.length}`,
      refresh_token: `refresh-${used.length}`,
      expires_in: 43_200,
    };
    const said = answer
      ? await answer(token)
      : isKnown
        ? fresh
        : { ok: false, error: 'invalid_refresh_token' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(said));
  });
  const url = await onLoopback(server);
  const bench = await startBench({
    world: worldOf({ shops: [] }),
    at: '2025-11-13T10:00:00Z',
    env: {
      SLACK_API_URL: `${url}/api/`,
      SLACK_CLIENT_ID: 'id',
      SLACK_CLIENT_SECRET: 'secret',
    },
  });
  await install(bench.engine);
  return { bench, used };
}

async function install(engine: Engine): Promise<void> {
  await keepInstallation(engine, {
    enterpriseId: null,
    teamId: 'T1',
    name: 'Corner Shops',
    installedBy: 'U1',
    scopes: ['commands'],
    botId: 'B1',
    botUserId: 'UB',
    tokens: { accessToken: 'xoxe.xoxb-0', refreshToken: 'refresh-0' },
    livesFor: hours(12),
  });
}

const tokenOf = async ({ installations }: Pick<Engine, 'installations'>) =>
  (await installations?.botOf('T1'))?.accessToken;

const later = ({ clock }: Bench, milliseconds: number) =>
  clock.moveTo(new Date(clock.now() + milliseconds).toISOString());

test('a token is used until a minute before its end, and then renewed', async () => {
  const { bench, used } = await startRenewing();

  later(bench, hours(12) - 61_000);
  const before = await tokenOf(bench.engine);
  later(bench, 2_000);
  const after = await tokenOf(bench.engine);

  expect([before, after]).toEqual(['xoxe.xoxb-0', 'xoxe.xoxb-1']);
  expect(used).toEqual(['refresh-0']);
});

test('processes that need a new token at the same time renew it once, and all get it', async () => {
  const { bench, used } = await startRenewing({ pause: 300 });
  const engines = [bench.engine, await bench.anotherEngine(), await bench.anotherEngine()];
  later(bench, hours(13));

  const tokens = await Promise.all(engines.flatMap((engine) => [tokenOf(engine), tokenOf(engine)]));

  expect(new Set(tokens)).toEqual(new Set(['xoxe.xoxb-1']));
  expect(used).toEqual(['refresh-0']);
});

test('a renewal whose process died is taken over after its lease', async () => {
  const { bench } = await startRenewing();
  later(bench, hours(13));
  await bench.engine.models.installations.updateOne(
    { workspaceId: 'T1' },
    { $set: { 'renewal.until': new Date(bench.clock.now() + 30_000), 'renewal.token': 7 } },
  );

  const waiting = tokenOf(bench.engine);
  await delay(500);
  later(bench, 31_000);

  expect(await waiting).toBe('xoxe.xoxb-1');
});

test('tokens that are renewed while Daybook is installed anew are not kept over the new ones', async () => {
  const { bench } = await startRenewing({ pause: 400 });
  later(bench, hours(13));

  const waiting = tokenOf(bench.engine);
  await delay(150);
  const again = await bench.anotherEngine();
  await keepInstallation(again, {
    enterpriseId: null,
    teamId: 'T1',
    name: 'Corner Shops',
    installedBy: 'U1',
    scopes: ['commands'],
    botId: 'B1',
    botUserId: 'UB',
    tokens: { accessToken: 'xoxe.xoxb-new', refreshToken: 'refresh-new' },
    livesFor: hours(12),
  });

  expect(await waiting).toBe('xoxe.xoxb-new');
});

test('an outage of Slack during a renewal is made up for at the next sweep', async () => {
  let isDown = true;
  const { bench, used } = await startRenewing({
    answer: async () =>
      isDown
        ? { ok: false, error: 'internal_error' }
        : { ok: true, access_token: 'xoxe.xoxb-late', refresh_token: 'r', expires_in: 43_200 },
  });
  later(bench, hours(10));

  await renewDueTokens(bench.engine);
  const during = await tokenOf(bench.engine);
  isDown = false;
  await renewDueTokens(bench.engine);

  expect(during).toBe('xoxe.xoxb-0');
  expect(await tokenOf(bench.engine)).toBe('xoxe.xoxb-late');
  expect(used).toHaveLength(2);
});

test('a refresh token that Slack does not know is not tried at every sweep; installing anew mends it', async () => {
  const { bench, used } = await startRenewing({
    answer: async () => ({ ok: false, error: 'invalid_refresh_token' }),
  });
  later(bench, hours(10));

  await renewDueTokens(bench.engine);
  await renewDueTokens(bench.engine);
  const told = bench.delivery.messages.map(({ channelId, text }) => `${channelId} ${text}`);
  later(bench, hours(3));
  await expect(tokenOf(bench.engine)).rejects.toThrow(InstallationLostError);
  await install(bench.engine);

  expect(told).toEqual(['U1 install anew at undefined']);
  expect(used).toHaveLength(2);
  expect(await tokenOf(bench.engine)).toBe('xoxe.xoxb-0');
});

test('while the database does not answer a living token still speaks', async () => {
  const { bench } = await startRenewing();
  const other = await bench.anotherEngine();
  await tokenOf(other);
  await other.connection.close();
  const machine = performance.now() + 61_000;
  vi.spyOn(performance, 'now').mockReturnValue(machine);
  onTestFinished(() => void vi.restoreAllMocks());

  const token = await tokenOf(other);

  expect(token).toBe('xoxe.xoxb-0');
});
