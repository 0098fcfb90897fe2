import type { World } from '../world/world.ts';
import { ApiError } from './errors.ts';

/** The recorded 401 of a wrong key. */
export const wrongKey = (): ApiError =>
  new ApiError(401, 'Invalid username/password or API key.', 'BadAuthenticationRequestError', {
    'WWW-Authenticate': 'Basic realm="MerchantOS API"',
  });

/** A refused bearer token speaks another language than the rest of the API. */
export class TokenError extends Error {
  override name = 'TokenError' as const;

  body(): Record<string, string> {
    return {
      error: 'access_denied',
      error_description: 'The resource owner or authorization server denied the request.',
      hint: this.message,
    };
  }
}

const worldWith = (worlds: readonly World[], key: string, state: 'good' | 'revoked'): World | undefined =>
  worlds.find((world) => world.keys.get(key) === state);

/** Basic, user name = the key, password = the word apikey. */
const basicKey = (encoded: string): string | undefined => {
  const text = Buffer.from(encoded, 'base64').toString();
  return text.endsWith(':apikey') ? text.slice(0, -':apikey'.length) : undefined;
};

/**
 * The account a request may see.
 * @throws ApiError or TokenError, both 401, when its key opens none.
 */
export const accountFor = (worlds: readonly World[], authorization: string | undefined): World => {
  const [, scheme = '', secret = ''] = /^(Basic|Bearer) (\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') {
    const world = worldWith(worlds, secret, 'good');
    if (world !== undefined) return world;
    const revoked = worldWith(worlds, secret, 'revoked') !== undefined;
    throw new TokenError(revoked ? 'Access token has been revoked' : 'Access token could not be verified');
  }
  const key = basicKey(secret);
  const world = key === undefined ? undefined : worldWith(worlds, key, 'good');
  if (world === undefined) throw wrongKey();
  return world;
};
