import type { World } from '../world/world.ts';
import { XError } from './refuse.ts';

export const invalidToken = (): XError => new XError(401, 'Access token is not valid');

/** The token of a request. @throws XError 401 when it brings none. */
export const tokenOf = (authorization: string | undefined): string => {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw invalidToken();
  return token;
};

/** The retailer a token opens. Unknown and revoked ones are told apart by nobody. @throws XError 401 */
export const worldFor = (worlds: readonly World[], token: string): World => {
  const world = worlds.find((one) => one.keys.get(token) === 'good');
  if (world === undefined) throw invalidToken();
  return world;
};
