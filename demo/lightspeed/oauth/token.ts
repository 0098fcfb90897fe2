import type { Reply } from '../api/reply.ts';
import type { Asked } from '../host.ts';
import { type Fields, need, readFields } from './body.ts';
import { authenticate, type Client } from './client.ts';
import { OAuthError, oauthReply } from './errors.ts';
import type { Grants, TokenAnswer } from './grants.ts';
import type { Throttle } from './throttle.ts';

export type TokenDesk = {
  clients: ReadonlyMap<string, Client>;
  grants: Grants;
  /** Wrong client credentials, by client. */
  failures: Throttle;
  /** Refreshes, by connection. */
  refreshes: Throttle;
};

const refresh = ({ grants, refreshes }: TokenDesk, client: Client, token: string): TokenAnswer => {
  const connection = grants.connectionOf(token, client);
  refreshes.check(connection.user);
  refreshes.count(connection.user);
  return grants.issue(connection, token);
};

const grant = (desk: TokenDesk, client: Client, fields: Fields): TokenAnswer => {
  switch (need(fields, 'grant_type')) {
    case 'authorization_code':
      return desk.grants.redeem(need(fields, 'code'), client, fields.get('code_verifier'));
    case 'refresh_token':
      return refresh(desk, client, need(fields, 'refresh_token'));
    default:
      // Not in the documented list of errors: the standard's own word.
      throw new OAuthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
  }
};

const clientOf = ({ clients, failures }: TokenDesk, fields: Fields): Client =>
  authenticate(clients, failures, need(fields, 'client_id'), fields.get('client_secret'));

const requirePost = ({ method }: Asked): void => {
  if (method !== 'POST') throw new OAuthError(405, 'invalid_request', 'Only POST is possible here.');
};

/** Codes and refresh tokens against new tokens. @throws OAuthError */
export const tokenEndpoint = async (desk: TokenDesk, asked: Asked): Promise<Reply> => {
  requirePost(asked);
  const fields = await readFields(asked);
  return oauthReply(200, grant(desk, clientOf(desk, fields), fields));
};

/** Ends a whole connection. Invented: the empty answer, and that a token nobody knows is no error. @throws OAuthError */
export const revokeEndpoint = async (desk: TokenDesk, asked: Asked): Promise<Reply> => {
  requirePost(asked);
  const fields = await readFields(asked);
  const client = clientOf(desk, fields);
  desk.grants.revoke(need(fields, 'refresh_token'), client);
  return oauthReply(200, {});
};
