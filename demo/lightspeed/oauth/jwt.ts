import { createHash } from 'node:crypto';
import type { Connection } from './grants.ts';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Documented claims. Times are seconds with a fraction, and never in the future of who reads them. */
const claims = ({ client, user, world, scopes }: Connection, jti: string, at: number, expiresAt: number) => ({
  jti,
  iss: 'https://cloud.lightspeedapp.com',
  aud: client.id,
  sub: user,
  acct: world.account.accountID,
  scope: scopes.join(' '),
  iat: (at - 0.5) / 1000,
  nbf: (at - 0.5) / 1000,
  exp: (expiresAt - 0.25) / 1000,
});

/** Looks like an RS256 token and is none: the signature is a hash that nobody can verify. */
export const accessJwt = (connection: Connection, jti: string, at: number, expiresAt: number): string => {
  const head = base64url({ typ: 'JWT', alg: 'RS256', kid: 'stand-in' });
  const signed = `${head}.${base64url(claims(connection, jti, at, expiresAt))}`;
  const signature = createHash('shake256', { outputLength: 256 }).update(signed).digest('base64url');
  return `${signed}.${signature}`;
};
