import type { Reply } from '../api/reply.ts';
import type { Asked } from '../host.ts';
import type { World } from '../world/world.ts';
import { readFields } from './body.ts';
import type { Client } from './client.ts';
import { invalidRequest, OAuthError } from './errors.ts';
import type { Grants } from './grants.ts';
import { consentPage } from './page.ts';
import { readScopes } from './scopes.ts';

export type Decision = 'allow' | 'deny';

export type Doorman = {
  clients: ReadonlyMap<string, Client>;
  grants: Grants;
  worlds: readonly World[];
  /** Decides in the merchant's place, for the first account; nobody is asked. */
  autoApprove: Decision | undefined;
};

type Wish = { client: Client; scopes: readonly string[]; state: string | undefined; challenge?: string };

const redirect = (redirectUri: string, params: Record<string, string | undefined>): Reply => {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) url.searchParams.set(name, value);
  return { status: 302, type: 'text/html; charset=UTF-8', headers: { Location: url.href }, text: '' };
};

const clientOf = (clients: ReadonlyMap<string, Client>, params: URLSearchParams): Client => {
  const client = clients.get(params.get('client_id') ?? '');
  const redirectUri = params.get('redirect_uri') ?? client?.redirectUri;
  if (client !== undefined && client.redirectUri === redirectUri) return client;
  throw new OAuthError(401, 'invalid_client', 'The client is unknown, or its redirect is another.');
};

const challengeOf = (client: Client, params: URLSearchParams): { challenge?: string } => {
  const challenge = params.get('code_challenge');
  if (challenge === null) {
    if (client.secret !== undefined) return {};
    throw invalidRequest('A public client must send a code_challenge.');
  }
  // Invented: the standard's plain method is refused.
  if (params.get('code_challenge_method') !== 'S256')
    throw invalidRequest('code_challenge_method must be S256.');
  return { challenge };
};

/** @throws OAuthError 400 or 401 when the browser cannot be sent back */
const readWish = (clients: ReadonlyMap<string, Client>, params: URLSearchParams): Wish => {
  const client = clientOf(clients, params);
  if (params.get('response_type') !== 'code') throw invalidRequest('response_type must be code.');
  const scopes = readScopes(params.get('scope') ?? '') ?? [];
  return { client, scopes, state: params.get('state') ?? undefined, ...challengeOf(client, params) };
};

const decided = (doorman: Doorman, wish: Wish, decision: string, accountID: string | undefined): Reply => {
  const { client, scopes, state, challenge } = wish;
  if (decision !== 'allow') return redirect(client.redirectUri, { error: 'access_denied', state });
  const world = doorman.worlds.find(({ account }) => account.accountID === accountID) ?? doorman.worlds[0];
  if (world === undefined) throw new Error('The stand-in has no account to give access to.');
  const code = doorman.grants.code(doorman.grants.connect(client, world, scopes), challenge);
  return redirect(client.redirectUri, { code, state });
};

/** Asks the merchant (GET) and sends the browser back with the decision (POST). @throws OAuthError */
export const authorizeEndpoint = async (doorman: Doorman, asked: Asked): Promise<Reply> => {
  const wish = readWish(doorman.clients, asked.address.searchParams);
  const { client, scopes, state } = wish;
  if (scopes.length === 0) return redirect(client.redirectUri, { error: 'invalid_scope', state });
  if (asked.method === 'POST') {
    const form = await readFields(asked);
    return decided(doorman, wish, form.get('decision') ?? 'deny', form.get('account'));
  }
  if (doorman.autoApprove !== undefined) return decided(doorman, wish, doorman.autoApprove, undefined);
  const text = consentPage(client.id, scopes, doorman.worlds);
  return { status: 200, type: 'text/html; charset=UTF-8', headers: {}, text };
};
