import { expect, test } from 'vitest';
import { worldOf } from '../../../../demo/lightspeed/world.ts';
import { amsterdam, start } from '../support.ts';
import {
  app,
  askWith,
  authorizeUrl,
  challenge,
  codeFor,
  redeem,
  sentTo,
  setUp,
  verifier,
  visit,
} from './support.ts';

test('the page says that it is a stand-in, who asks for what, and has two buttons', async () => {
  const { standIn } = await setUp();

  const response = await visit(authorizeUrl(standIn));
  const page = await response.text();

  expect(response.headers.get('content-type')).toContain('text/html');
  expect(page).toContain('Local stand-in, not Lightspeed');
  expect(page).toContain('employee:register_read');
  expect(page).toMatch(/value="allow".*value="deny"/s);
});

test('what is asked for cannot become part of the page', async () => {
  const { standIn } = await setUp({ clients: [{ ...app, id: '<b>' }] });

  const page = await (await visit(authorizeUrl(standIn, { client_id: '<b>' }))).text();

  expect(page).not.toContain('<b>');
  expect(page).toContain('&#60;b&#62;');
});

test('Allow sends the browser back with a code and the state, Deny with an error', async () => {
  const { standIn } = await setUp();

  const allowed = sentTo(await visit(authorizeUrl(standIn), { decision: 'allow' }));
  const denied = sentTo(await visit(authorizeUrl(standIn), { decision: 'deny' }));

  expect(allowed.origin + allowed.pathname).toBe(app.redirectUri);
  expect(allowed.searchParams.get('code')).toMatch(/^def50200/);
  expect(allowed.searchParams.get('state')).toBe('state-1');
  expect([...denied.searchParams]).toEqual([
    ['error', 'access_denied'],
    ['state', 'state-1'],
  ]);
});

test('the stand-in can decide by itself', async () => {
  const { standIn } = await setUp({ autoApprove: 'allow' });

  const allowed = sentTo(await visit(authorizeUrl(standIn)));
  standIn.oauth.autoApprove = 'deny';
  const denied = sentTo(await visit(authorizeUrl(standIn)));

  expect(allowed.searchParams.has('code')).toBe(true);
  expect(denied.searchParams.get('error')).toBe('access_denied');
});

test('the merchant picks the account', async () => {
  const worlds = ['7', '8'].map((accountID) => worldOf({ account: { accountID }, shops: [amsterdam] }));
  const standIn = await start({ world: worlds, oauth: { clients: [app] } });

  const back = sentTo(await visit(authorizeUrl(standIn), { decision: 'allow', account: '8' }));
  const { body } = await redeem(standIn, back.searchParams.get('code') ?? '');

  const response = await askWith(standIn, body.access_token, '/API/V3/Account.json');
  expect(await response.json()).toMatchObject({ Account: { accountID: '8' } });
});

test.each([
  ['an unknown client', { client_id: 'other' }, 401, 'invalid_client'],
  ['another redirect', { redirect_uri: 'https://evil.example/' }, 401, 'invalid_client'],
  ['another response type', { response_type: 'token' }, 400, 'invalid_request'],
  ['plain PKCE', { code_challenge: 'x', code_challenge_method: 'plain' }, 400, 'invalid_request'],
])('%s is refused without sending the browser anywhere', async (_, changes, status, error) => {
  const { standIn } = await setUp({ autoApprove: 'allow' });

  const response = await visit(authorizeUrl(standIn, changes));

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error });
});

test.each([undefined, 'admin', 'employee:register root'])('scope %s goes back as invalid', async (scope) => {
  const { standIn } = await setUp({ autoApprove: 'allow' });

  const back = sentTo(await visit(authorizeUrl(standIn, { scope })));

  expect(back.searchParams.get('error')).toBe('invalid_scope');
  expect(back.searchParams.has('code')).toBe(false);
});

test('a public client needs PKCE and no secret; registering it late is fine', async () => {
  const { standIn } = await setUp({ clients: [] });
  standIn.oauth.register({ id: app.id, redirectUri: 'http://127.0.0.1:1/lightspeed/oauth' });

  const without = await visit(authorizeUrl(standIn));
  const code = await codeFor(standIn, { code_challenge: challenge, code_challenge_method: 'S256' });
  const { status } = await redeem(standIn, code, { client_secret: '', code_verifier: verifier });

  expect(without.status).toBe(400);
  expect(status).toBe(200);
});
