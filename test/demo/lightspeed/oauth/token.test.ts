import { expect, test } from 'vitest';
import {
  app,
  askWith,
  challenge,
  codeFor,
  post,
  redeem,
  refresh,
  scopes,
  setUp,
  verifier,
} from './support.ts';

const claimsOf = (jwt: string): unknown =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());

test('a code becomes a pair of tokens, and the access token a JWT with the documented claims', async () => {
  const { standIn } = await setUp({ expiresIn: 1800 });

  const { status, body } = await redeem(standIn, await codeFor(standIn));

  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
  expect(body.refresh_token).toMatch(/^def50200/);
  expect(claimsOf(body.access_token)).toEqual({
    jti: expect.stringMatching(/^[0-9a-f]{80}$/),
    iss: 'https://cloud.lightspeedapp.com',
    aud: app.id,
    sub: '1',
    acct: '83050',
    scope: scopes.join(' '),
    iat: 1717199999.9995,
    nbf: 1717199999.9995,
    exp: 1717201799.99975,
  });
  expect((await askWith(standIn, body.access_token)).status).toBe(200);
});

test.each([
  ['url-encoded', (fields: Record<string, string>) => new URLSearchParams(fields)],
  [
    'multipart',
    (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return form;
    },
  ],
])('a %s form is as good as JSON', async (_, bodyOf) => {
  const { standIn } = await setUp();
  const fields = { client_id: app.id, client_secret: app.secret, grant_type: 'authorization_code' };

  const body = bodyOf({ ...fields, code: await codeFor(standIn) });

  const response = await fetch(`${standIn.url}/auth/oauth/token`, { method: 'POST', body });
  expect(response.status).toBe(200);
});

test('a code is good once and for less than 60 seconds', async () => {
  const { standIn, wait } = await setUp();
  const [early, late] = [await codeFor(standIn), await codeFor(standIn)];

  wait(59);
  const inTime = await redeem(standIn, early);
  const again = await redeem(standIn, early);
  wait(1);
  const tooLate = await redeem(standIn, late);

  expect(inTime.status).toBe(200);
  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(tooLate).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('where a challenge was sent, only its verifier opens the code', async () => {
  const { standIn } = await setUp();
  const code = () => codeFor(standIn, { code_challenge: challenge, code_challenge_method: 'S256' });

  const right = await redeem(standIn, await code(), { code_verifier: verifier });
  const wrong = await redeem(standIn, await code(), { code_verifier: 'another' });
  const none = await redeem(standIn, await code());

  expect(right.status).toBe(200);
  expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect(none).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
});

test('a code belongs to its client', async () => {
  const { standIn } = await setUp({ clients: [app, { ...app, id: 'app-2' }] });

  const stolen = await redeem(standIn, await codeFor(standIn), { client_id: 'app-2' });

  expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test.each([
  ['no grant type', {}, 400, 'invalid_request'],
  ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ['no code', { grant_type: 'authorization_code' }, 400, 'invalid_request'],
  ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
  ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
  ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
])('%s is refused', async (_, fields, status, error) => {
  const { standIn } = await setUp();

  expect(await post(standIn, fields)).toMatchObject({ status, body: { error } });
});

test('what is no POST, or no form, is refused', async () => {
  const { standIn } = await setUp();
  const url = `${standIn.url}/auth/oauth/token`;

  const read = await fetch(url);
  const broken = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{',
  });

  expect(read.status).toBe(405);
  expect(await read.json()).toMatchObject({ error: 'invalid_request' });
  expect(broken.status).toBe(400);
});

test('wrong client credentials are throttled, right ones behind them too, for a minute', async () => {
  let now = 1_000_000;
  const { standIn } = await setUp({ now: () => now });
  const { refresh_token } = standIn.oauth.grant(app.id, scopes);
  for (let n = 0; n < 5; n += 1) await post(standIn, { client_secret: 'guess' });

  const during = await refresh(standIn, refresh_token);
  now += 60_000;
  const after = await refresh(standIn, refresh_token);

  expect(during.status).toBe(429);
  expect(after.status).toBe(200);
});

test('the clients secret and the tokens are in no log', async () => {
  const { standIn } = await setUp();
  const { body } = await redeem(standIn, await codeFor(standIn));
  await askWith(standIn, body.access_token);

  const log = JSON.stringify(standIn.requests);

  expect(log).toContain('/auth/oauth/token');
  for (const secret of [app.secret, body.access_token, body.refresh_token]) expect(log).not.toContain(secret);
});
