import { OAuthError } from './errors.ts';
import type { Throttle } from './throttle.ts';

/** A registered integration. */
export type Client = {
  id: string;
  /** Absent for a public client, which must use PKCE. */
  secret?: string;
  /** Where the browser goes back to; documented as https only, loopback will do here. */
  redirectUri: string;
};

/**
 * The client that a token request comes from.
 * @throws OAuthError 401 when it does not prove to be one, 429 when it failed to too often
 */
export const authenticate = (
  clients: ReadonlyMap<string, Client>,
  failures: Throttle,
  id: string,
  secret: string | undefined,
): Client => {
  failures.check(id);
  const client = clients.get(id);
  if (client !== undefined && (client.secret === undefined || client.secret === secret)) return client;
  failures.count(id);
  throw new OAuthError(401, 'invalid_client', 'Client authentication failed.');
};
