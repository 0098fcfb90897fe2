import { expect, test } from 'vitest';
import type { Lightspeed } from '../../../../demo/lightspeed/server.ts';
import { salesPath } from '../support.ts';
import { app, askWith, post, refresh, scopes, setUp } from './support.ts';

const DAY = 86_400;
const shops = '/API/V3/Account/83050/Shop.json';

const hintOf = async (response: Response) => {
  const body: unknown = await response.json();
  expect(body).toMatchObject({ error: 'access_denied' });
  return (body as { hint: string }).hint;
};

const statusOf = async (standIn: Lightspeed, token: string) => (await askWith(standIn, token)).status;

test('an access token ends after expires_in, with the documented 401; long after with another hint', async () => {
  const { standIn, wait } = await setUp({ expiresIn: 1800 });
  const { access_token } = standIn.oauth.grant(app.id, scopes);

  wait(1799);
  const good = await askWith(standIn, access_token);
  wait(1);
  const expired = await askWith(standIn, access_token);
  wait(2 * DAY);
  const longExpired = await askWith(standIn, access_token);

  expect([good.status, expired.status, longExpired.status]).toEqual([200, 401, 401]);
  expect(await hintOf(expired)).toBe('Access token could not be verified');
  expect(await hintOf(longExpired)).toBe('Access token has been revoked');
});

test('a token nobody gave out is refused', async () => {
  const { standIn } = await setUp();

  expect(await hintOf(await askWith(standIn, 'eyJ.x.y'))).toBe('Access token could not be verified');
});

test('the old refresh token lives until the new access token is first used, so a lost answer can be asked again', async () => {
  const { standIn } = await setUp();
  const first = standIn.oauth.grant(app.id, scopes);
  standIn.faults.add({ kind: 'drop', path: '/auth/oauth/token' });
  await expect(refresh(standIn, first.refresh_token)).rejects.toThrow();

  const second = await refresh(standIn, first.refresh_token);
  const unused = await refresh(standIn, first.refresh_token);
  await askWith(standIn, second.body.access_token);
  const dead = await refresh(standIn, first.refresh_token);
  const next = await refresh(standIn, second.body.refresh_token);

  expect([second.status, unused.status, next.status]).toEqual([200, 200, 200]);
  expect(second.body.refresh_token).not.toBe(first.refresh_token);
  expect(dead).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a refresh token unused for 30 days is dead', async () => {
  const { standIn, wait } = await setUp();
  const { refresh_token } = standIn.oauth.grant(app.id, scopes);

  wait(30 * DAY - 1);
  const inTime = await refresh(standIn, refresh_token);
  wait(30 * DAY);
  const tooLate = await refresh(standIn, inTime.body.refresh_token);

  expect(inTime.status).toBe(200);
  expect(tooLate).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a connection may refresh five times a minute', async () => {
  let now = 1_000_000;
  const { standIn } = await setUp({ now: () => now });
  const mine = standIn.oauth.grant(app.id, scopes).refresh_token;
  const other = standIn.oauth.grant(app.id, scopes).refresh_token;
  const statuses: number[] = [];

  for (let n = 0; n < 6; n += 1) statuses.push((await refresh(standIn, mine)).status);
  const others = await refresh(standIn, other);
  now += 60_000;
  const later = await refresh(standIn, mine);

  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect([others.status, later.status]).toEqual([200, 200]);
});

test('revoking a refresh token ends the whole connection and no other', async () => {
  const { standIn } = await setUp();
  const mine = standIn.oauth.grant(app.id, scopes);
  const other = standIn.oauth.grant(app.id, scopes);

  const revoked = await post(standIn, { refresh_token: mine.refresh_token }, 'revoke');
  const unknown = await post(standIn, { refresh_token: 'x' }, 'revoke');

  expect([revoked.status, unknown.status]).toEqual([200, 200]);
  expect(await hintOf(await askWith(standIn, mine.access_token))).toBe('Access token has been revoked');
  expect((await refresh(standIn, mine.refresh_token)).status).toBe(400);
  expect(await statusOf(standIn, other.access_token)).toBe(200);
});

test.each(['consent-revoked', 'employee-locked'] as const)(
  '%s, set through the admin door, stops tokens and refreshing from the next request on',
  async (kind) => {
    const { standIn } = await setUp();
    const { access_token, refresh_token } = standIn.oauth.grant(app.id, scopes);
    const before = await statusOf(standIn, access_token);
    await fetch(`${standIn.url}/__faults`, { method: 'POST', body: JSON.stringify({ kind }) });

    const after = [await statusOf(standIn, access_token), await statusOf(standIn, access_token)];
    const refreshed = await refresh(standIn, refresh_token);
    standIn.oauth.unlockEmployees();
    const unlocked = await statusOf(standIn, access_token);

    expect(before).toBe(200);
    expect(after).toEqual([401, 401]);
    expect(refreshed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(unlocked).toBe(kind === 'employee-locked' ? 200 : 401);
  },
);

test.each([
  [['employee:register_read'], true, 200],
  [['employee:register_read'], false, 403],
  [['employee:register'], false, 200],
  [['employee:all'], false, 200],
  [['employee:reports', 'employee:inventory'], true, 403],
])(
  'with the scopes %j (register_read enough: %s) sales answer %i and shops always',
  async (has, registerReadSuffices, status) => {
    const { standIn } = await setUp({ registerReadSuffices });
    const { access_token } = standIn.oauth.grant(app.id, has);

    expect((await askWith(standIn, access_token, salesPath())).status).toBe(status);
    expect((await askWith(standIn, access_token, shops)).status).toBe(200);
  },
);

test('the bucket belongs to the client, whichever token it uses', async () => {
  const { standIn } = await setUp({ now: () => 5_000_000 });
  const tokens = [standIn.oauth.grant(app.id, scopes), standIn.oauth.grant(app.id, scopes)];
  const levels: (string | null)[] = [];

  for (const { access_token } of tokens)
    levels.push((await askWith(standIn, access_token)).headers.get('x-ls-api-bucket-level'));

  expect(levels).toEqual(['1/90', '2/90']);
});

test.each([
  ['rate-limited', 429],
  ['unavailable', 503],
  ['bad-gateway', 502],
  ['unauthorized', 401],
] as const)('%s can hit the token endpoint alone', async (kind, status) => {
  const { standIn } = await setUp();
  const { access_token, refresh_token } = standIn.oauth.grant(app.id, scopes);
  standIn.faults.add({ kind, path: '/auth/oauth/token' });

  expect(await statusOf(standIn, access_token)).toBe(200);
  const response = await fetch(`${standIn.url}/auth/oauth/token`, { method: 'POST', body: '' });
  expect(response.status).toBe(status);
  expect((await refresh(standIn, refresh_token)).status).toBe(200);
});
