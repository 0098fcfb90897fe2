import type { World } from '../world/world.ts';
import { ApiError, TokenError } from './errors.ts';

/** What a request may see. */
export type Access = {
  world: World;
  /** Who asks: each has a bucket of its own. */
  client: string;
  /** Of an OAuth token; a key may do everything. */
  scopes: readonly string[] | 'all';
};

/** The recorded 401 of a wrong key. */
export const wrongKey = (): ApiError =>
  new ApiError(401, 'Invalid username/password or API key.', 'BadAuthenticationRequestError', {
    'WWW-Authenticate': 'Basic realm="MerchantOS API"',
  });

const worldWith = (worlds: readonly World[], key: string, state: 'good' | 'revoked'): World | undefined =>
  worlds.find((world) => world.keys.get(key) === state);

/** Basic, user name = the key, password = the word apikey. */
const basicKey = (encoded: string): string | undefined => {
  const text = Buffer.from(encoded, 'base64').toString();
  return text.endsWith(':apikey') ? text.slice(0, -':apikey'.length) : undefined;
};

const bearer = (worlds: readonly World[], token: string, useToken: UseToken): Access => {
  const world = worldWith(worlds, token, 'good');
  if (world !== undefined) return { world, client: token, scopes: 'all' };
  if (worldWith(worlds, token, 'revoked') !== undefined)
    throw new TokenError('Access token has been revoked');
  return useToken(token);
};

/** What an OAuth access token opens. @throws TokenError */
export type UseToken = (token: string) => Access;

/**
 * What a request may see: by a key (Basic, or as a bearer token) or by an OAuth access token.
 * @throws ApiError or TokenError, both 401, when it brings none that is good.
 */
export const accessFor = (
  worlds: readonly World[],
  authorization: string | undefined,
  useToken: UseToken,
): Access => {
  const [, scheme = '', secret = ''] = /^(Basic|Bearer) (\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return bearer(worlds, secret, useToken);
  const key = basicKey(secret);
  const world = key === undefined ? undefined : worldWith(worlds, key, 'good');
  if (world === undefined || key === undefined) throw wrongKey();
  return { world, client: key, scopes: 'all' };
};
