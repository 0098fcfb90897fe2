import { createHash } from 'node:crypto';
import type { OAuthOptions } from '../../../../demo/lightspeed/oauth/oauth.ts';
import type { Lightspeed, LightspeedOptions } from '../../../../demo/lightspeed/server.ts';
import { worldOf } from '../../../../demo/lightspeed/world.ts';
import { amsterdam, salesPath, start } from '../support.ts';

export const app = { id: 'app-1', secret: 'hush', redirectUri: 'https://daybook.example/lightspeed/oauth' };
export const scopes = ['employee:register_read', 'employee:reports'];

const begin = Date.parse('2024-06-01T00:00:00Z');

type Told = OAuthOptions & Pick<LightspeedOptions, 'now'>;

/** One shop, one client and a clock to turn on, in seconds. */
export const setUp = async ({ now, ...oauth }: Told = {}) => {
  let clock = begin;
  const standIn = await start({
    world: worldOf({ shops: [amsterdam], sales: [{ at: '2024-05-01T10:00:00Z', gross: 100 }] }),
    clock: () => clock,
    oauth: { clients: [app], ...oauth },
    ...(now === undefined ? {} : { now }),
  });
  return {
    standIn,
    wait: (seconds: number) => {
      clock += seconds * 1000;
    },
  };
};

export const verifier = 'a-verifier-of-at-least-forty-three-characters';
export const challenge = createHash('sha256').update(verifier).digest('base64url');

/** An authorize address of the client; `undefined` takes a parameter away. */
export const authorizeUrl = (standIn: Lightspeed, changes: Record<string, string | undefined> = {}): URL => {
  const url = new URL('/auth/oauth/authorize', standIn.url);
  const usual = { response_type: 'code', client_id: app.id, scope: scopes.join(' '), state: 'state-1' };
  for (const [name, value] of Object.entries({ ...usual, ...changes }))
    if (value !== undefined) url.searchParams.set(name, value);
  return url;
};

export const visit = (url: URL, form?: Record<string, string>) =>
  fetch(url, {
    redirect: 'manual',
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });

/** Where an answer sends the browser. */
export const sentTo = (response: Response): URL => new URL(response.headers.get('location') ?? '');

/** A code, by the page's Allow button. */
export const codeFor = async (standIn: Lightspeed, changes: Record<string, string | undefined> = {}) => {
  const response = await visit(authorizeUrl(standIn, changes), { decision: 'allow' });
  return sentTo(response).searchParams.get('code') ?? '';
};

type Answer = {
  status: number;
  body: { access_token: string; refresh_token: string; expires_in: number } & Record<string, unknown>;
};

const client = { client_id: app.id, client_secret: app.secret };

/** Posts JSON to the token endpoint, or to `path`, with the client's credentials. */
export const post = async (
  standIn: Lightspeed,
  fields: Record<string, string>,
  path = 'token',
): Promise<Answer> => {
  const response = await fetch(`${standIn.url}/auth/oauth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...client, ...fields }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
};

export const redeem = (standIn: Lightspeed, code: string, more: Record<string, string> = {}) =>
  post(standIn, { grant_type: 'authorization_code', code, ...more });

export const refresh = (standIn: Lightspeed, refresh_token: string) =>
  post(standIn, { grant_type: 'refresh_token', refresh_token });

/** Asks the API for sales, or for `path`, with an access token. */
export const askWith = (standIn: Lightspeed, token: string, path = salesPath()) =>
  fetch(standIn.url + path, { headers: { Authorization: `Bearer ${token}` } });
