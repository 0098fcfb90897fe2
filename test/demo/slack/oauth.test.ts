import { expect, test } from 'vitest';
import type { Handle } from '../../../demo/slack/handle.ts';
import manifest from '../../../manifest.json' with { type: 'json' };
import { callApi, present, startWorkspace } from './support.ts';

const back = 'http://127.0.0.1:1/slack/oauth_redirect';
const app = { clientId: 'id', clientSecret: 'secret' };
const rotating = {
  ...manifest,
  settings: { ...manifest.settings, token_rotation_enabled: true, org_deploy_enabled: true },
};

/** What comes back from Slack's page. */
async function visit(slack: Handle, query: Record<string, string> = {}) {
  const all = { client_id: 'id', state: 's', redirect_uri: back, scope: 'commands,chat:write', ...query };
  const response = await fetch(`${slack.url}/oauth/v2/authorize?${new URLSearchParams(all)}`, {
    redirect: 'manual',
  });
  const location = response.headers.get('location');
  return { status: response.status, answer: location === null ? undefined : new URL(location).searchParams };
}

async function codeFrom(slack: Handle, query: Record<string, string> = {}): Promise<string> {
  return present((await visit(slack, query)).answer?.get('code'));
}

const access = (slack: Handle, args: Record<string, string>) =>
  callApi(slack, 'oauth.v2.access', { client_id: 'id', client_secret: 'secret', ...args }, '');

const exchange = (slack: Handle, code: string, redirect = back) =>
  access(slack, { code, redirect_uri: redirect });

const other = {
  team: { id: 'T2', name: 'Other Shops', domain: 'other-shops' },
  people: [{ id: 'U20', name: 'eva', is_admin: true }],
  channels: [{ id: 'C20', name: 'sales', hasBot: true }],
  botToken: 'xoxb-other',
};

test('a code from the page works once, with the secret and the address of the page', async () => {
  const slack = await startWorkspace(app);
  const { answer } = await visit(slack);
  const code = present(answer?.get('code'));

  expect(answer?.get('state')).toBe('s');
  expect((await access(slack, { code, client_secret: 'wrong' }))['error']).toBe('bad_client_secret');
  expect((await exchange(slack, code, 'http://127.0.0.1:1/other'))['error']).toBe('bad_redirect_uri');
  expect(await exchange(slack, code)).toMatchObject({
    ok: true,
    access_token: 'xoxb-test-1',
    authed_user: { id: 'U1' },
    team: { id: 'T0DAYBOOK1' },
  });
  expect((await exchange(slack, code))['error']).toBe('invalid_code');
});

test('a code is worth nothing after ten minutes', async () => {
  let now = Date.now();
  const slack = await startWorkspace({ ...app, now: () => now });
  const code = await codeFrom(slack);

  now += 600_001;

  expect((await exchange(slack, code))['error']).toBe('invalid_code');
});

test.each([
  ['another client id', { client_id: 'x' }],
  ['a scope that the manifest does not have', { scope: 'commands,admin' }],
  ['an organisation where the team is in none', { where: 'org' }],
])('the page refuses %s', async (_what, query) => {
  const slack = await startWorkspace(app);

  expect((await visit(slack, query)).status).toBe(400);
});

test('who says no on the page goes back without a code', async () => {
  const slack = await startWorkspace(app);

  const { answer } = await visit(slack, { answer: 'no' });

  expect(answer?.get('error')).toBe('access_denied');
  expect(answer?.has('code')).toBe(false);
});

test('tokens that rotate live twelve hours, and a refresh token works once', async () => {
  let now = Date.now();
  const slack = await startWorkspace({ ...app, manifest: rotating, now: () => now });
  const given = await exchange(slack, await codeFrom(slack));
  const refresh = (token: unknown) =>
    access(slack, { grant_type: 'refresh_token', refresh_token: String(token) });
  const isTaken = async (token: unknown) => (await callApi(slack, 'auth.test', {}, String(token)))['error'];

  const renewed = await refresh(given['refresh_token']);
  const early = [await isTaken(given['access_token']), await isTaken(renewed['access_token'])];
  const again = await refresh(given['refresh_token']);
  now += 12 * 3_600_000;
  const late = await isTaken(renewed['access_token']);

  expect(given).toMatchObject({ expires_in: 43_200, access_token: expect.stringMatching(/^xoxe\.xoxb-1-/) });
  expect(renewed['refresh_token']).not.toBe(given['refresh_token']);
  expect(early).toEqual([undefined, undefined]);
  expect(again['error']).toBe('invalid_refresh_token');
  expect(late).toBe('token_expired');
  expect(await isTaken(renewed['refresh_token'])).toBe('not_allowed_token_type');
});

test('after the app was taken out neither its token nor its refresh token is taken, and not after it is let in again', async () => {
  const slack = await startWorkspace({ ...app, manifest: rotating });
  const given = await exchange(slack, await codeFrom(slack));
  const token = String(given['access_token']);
  const refresh = { grant_type: 'refresh_token', refresh_token: String(given['refresh_token']) };

  slack.uninstall();
  const gone = [
    (await callApi(slack, 'auth.test', {}, token))['error'],
    (await access(slack, refresh))['error'],
  ];
  await exchange(slack, await codeFrom(slack));
  const back = [
    (await callApi(slack, 'auth.test', {}, token))['error'],
    (await access(slack, refresh))['error'],
  ];

  expect(gone).toEqual(['account_inactive', 'invalid_refresh_token']);
  expect(back).toEqual(['token_revoked', 'invalid_refresh_token']);
});

test('two workspaces at one address know their own tokens, people and channels only', async () => {
  const slack = await startWorkspace({ ...app, manifest: rotating });
  const second = slack.addWorkspace(other);
  await expect(second.as('U20').command('/turnover')).rejects.toThrow('is not a command');
  const given = await exchange(slack, await codeFrom(slack, { team: 'T2' }));
  const token = String(given['access_token']);

  const mine = await callApi(slack, 'chat.postMessage', { channel: 'C20', text: 'hello' }, token);
  const theirs = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: 'hello' }, token);
  const stranger = await callApi(slack, 'users.info', { user: 'U1' }, token);

  expect(given).toMatchObject({ team: { id: 'T2' }, authed_user: { id: 'U20' }, bot_user_id: 'U0DAYBOOK2' });
  expect(mine['ok']).toBe(true);
  expect(theirs['error']).toBe('channel_not_found');
  expect(stranger['error']).toBe('user_not_found');
  expect(slack.state.messages).toEqual([]);
});

test('an organisation that lets the app in is named in place of the team', async () => {
  const slack = await startWorkspace({
    ...app,
    manifest: rotating,
    enterprise: { id: 'E1', name: 'Big Shops' },
  });

  const given = await exchange(slack, await codeFrom(slack, { where: 'org' }));
  const who = await callApi(slack, 'auth.test', {}, String(given['access_token']));

  expect(given).toMatchObject({
    team: null,
    enterprise: { id: 'E1', name: 'Big Shops' },
    is_enterprise_install: true,
  });
  expect(who).toMatchObject({ team_id: 'E1', is_enterprise_install: true });
});
