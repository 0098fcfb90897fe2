import { createHash } from 'node:crypto';
import { TokenError } from '../api/errors.ts';
import type { World } from '../world/world.ts';
import type { Client } from './client.ts';
import { invalidGrant, invalidRequest } from './errors.ts';
import { accessJwt } from './jwt.ts';

const DAY = 86_400_000;
/** Documented. */
const CODE_LIVES = 60_000;
const REFRESH_LIVES = 30 * DAY;
/** Invented: how long after its end a token counts as long-expired. */
const LONG_EXPIRED = DAY;

/** What a merchant consented to. */
export type Connection = {
  /** Counted up from 1; also names the employee. */
  user: string;
  client: Client;
  world: World;
  scopes: readonly string[];
  state: 'good' | 'revoked' | 'locked';
};

type Code = { connection: Connection; expiresAt: number; challenge: string | undefined };
type RefreshToken = { connection: Connection; issuedAt: number };
type AccessToken = { connection: Connection; expiresAt: number; replaces: string | undefined };

export type TokenAnswer = {
  token_type: 'Bearer';
  expires_in: number;
  access_token: string;
  refresh_token: string;
};

export type GrantOptions = {
  clock: () => number;
  /** Seconds an access token lives; read at each issue. */
  expiresIn: () => number;
  random: (bytes: number) => Buffer;
};

/** Codes, tokens and what they stand for. Times are simulated. */
export class Grants {
  readonly connections: Connection[] = [];
  readonly #options: GrantOptions;
  readonly #codes = new Map<string, Code>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #access = new Map<string, AccessToken>();

  constructor(options: GrantOptions) {
    this.#options = options;
  }

  connect(client: Client, world: World, scopes: readonly string[]): Connection {
    const user = String(this.connections.length + 1);
    const connection: Connection = { user, client, world, scopes, state: 'good' };
    this.connections.push(connection);
    return connection;
  }

  code(connection: Connection, challenge?: string): string {
    const code = `def50200${this.#random(120)}`;
    this.#codes.set(code, { connection, challenge, expiresAt: this.#now + CODE_LIVES });
    return code;
  }

  /** @throws OAuthError 400 when the code is used, too old, another client's, or the verifier does not fit */
  redeem(code: string, client: Client, verifier: string | undefined): TokenAnswer {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (known === undefined || known.connection.client !== client)
      throw invalidGrant('The authorization code is not valid.');
    if (this.#now >= known.expiresAt) throw invalidGrant('The authorization code has expired.');
    checkVerifier(known.challenge, verifier);
    return this.issue(known.connection);
  }

  /** Whose refresh token this is. @throws OAuthError 400 when it is dead, unused for too long, or another client's */
  connectionOf(refreshToken: string, client: Client): Connection {
    const known = this.#refresh.get(refreshToken);
    if (known === undefined || known.connection.client !== client || known.connection.state !== 'good')
      throw invalidGrant('The refresh token is invalid.');
    if (this.#now >= known.issuedAt + REFRESH_LIVES) throw invalidGrant('The refresh token has expired.');
    return known.connection;
  }

  /** Ends the connection of a refresh token; of one that is dead or another client's, nothing. */
  revoke(refreshToken: string, client: Client): void {
    const known = this.#refresh.get(refreshToken);
    if (known?.connection.client === client) known.connection.state = 'revoked';
  }

  /** A pair of tokens. The refresh token it `replaces` stays good until the new access token is first used. */
  issue(connection: Connection, replaces?: string): TokenAnswer {
    const now = this.#now;
    const expires_in = this.#options.expiresIn();
    const expiresAt = now + expires_in * 1000;
    const access_token = accessJwt(connection, this.#random(40), now, expiresAt);
    const refresh_token = `def50200${this.#random(240)}`;
    this.#access.set(access_token, { connection, expiresAt, replaces });
    this.#refresh.set(refresh_token, { connection, issuedAt: now });
    return { token_type: 'Bearer', expires_in, access_token, refresh_token };
  }

  /** What an access token opens; its first use ends the refresh token before it. @throws TokenError */
  use(accessToken: string): Connection {
    const known = this.#access.get(accessToken);
    if (known === undefined) throw new TokenError('Access token could not be verified');
    const { connection, expiresAt, replaces } = known;
    const late = this.#now - expiresAt;
    if (connection.state !== 'good' || late > LONG_EXPIRED)
      throw new TokenError('Access token has been revoked');
    if (late >= 0) throw new TokenError('Access token could not be verified');
    if (replaces !== undefined) this.#refresh.delete(replaces);
    return connection;
  }

  get #now(): number {
    return this.#options.clock();
  }

  #random(bytes: number): string {
    return this.#options.random(bytes).toString('hex');
  }
}

/** PKCE with S256, where a challenge was sent. @throws OAuthError 400 */
const checkVerifier = (challenge: string | undefined, verifier: string | undefined): void => {
  if (challenge === undefined) return;
  if (verifier === undefined) throw invalidRequest('The parameter code_verifier is missing.');
  if (createHash('sha256').update(verifier).digest('base64url') !== challenge)
    throw invalidGrant('The code_verifier does not fit the code_challenge.');
};
