import { randomBytes } from 'node:crypto';
import type { Access } from '../api/access.ts';
import { faultRefusal } from '../api/disturb.ts';
import { badGateway, type Reply, refusal } from '../api/reply.ts';
import type { Fault } from '../faults.ts';
import type { Asked } from '../host.ts';
import type { World } from '../world/world.ts';
import { authorizeEndpoint, type Decision } from './authorize.ts';
import type { Client } from './client.ts';
import { OAuthError, throttled } from './errors.ts';
import { type Connection, Grants, type TokenAnswer } from './grants.ts';
import { Throttle } from './throttle.ts';
import { revokeEndpoint, type TokenDesk, tokenEndpoint } from './token.ts';

export type OAuthOptions = {
  clients?: readonly Client[];
  /** Seconds an access token lives, 3600 when absent. */
  expiresIn?: number;
  /** Decides at once, for the first account, instead of showing the page. */
  autoApprove?: Decision;
  /** Whether employee:register_read alone opens sales; it does when absent. */
  registerReadSuffices?: boolean;
  /** Makes codes and tokens. */
  random?: (bytes: number) => Buffer;
};

type Setting = { worlds: readonly World[]; clock: () => number; now: () => number };

/** Documented: refreshes a minute and connection. Invented: as many wrong client credentials. */
const A_MINUTE = 5;

/** The authorization server: what it keeps, and the switches for it. Codes and tokens age by the simulated clock. */
export class OAuth {
  /** Decides in the merchant's place; may be changed at any time. */
  autoApprove: Decision | undefined;
  /** For tokens still to come. */
  expiresIn: number;
  readonly #clients: Map<string, Client>;
  readonly #grants: Grants;
  readonly #desk: TokenDesk;
  readonly #worlds: readonly World[];

  constructor(options: OAuthOptions, { worlds, clock, now }: Setting) {
    const { clients = [], expiresIn = 3600, autoApprove, random = randomBytes } = options;
    this.autoApprove = autoApprove;
    this.expiresIn = expiresIn;
    this.#worlds = worlds;
    this.#clients = new Map(clients.map((client) => [client.id, client]));
    this.#grants = new Grants({ clock, expiresIn: () => this.expiresIn, random });
    this.#desk = {
      clients: this.#clients,
      grants: this.#grants,
      failures: new Throttle(A_MINUTE, now),
      refreshes: new Throttle(A_MINUTE, now),
    };
  }

  /** Adds a client, or changes the one with this id. */
  register(client: Client): void {
    this.#clients.set(client.id, client);
  }

  /** Tokens as if a merchant had said yes, without any browser. @throws when there is no such client or account */
  grant(clientID: string, scopes: readonly string[], accountID?: string): TokenAnswer {
    const client = this.#clients.get(clientID);
    const world = this.#worlds.find(
      ({ account }) => accountID === undefined || account.accountID === accountID,
    );
    if (client === undefined || world === undefined) throw new Error('No such client, or no such account.');
    return this.#grants.issue(this.#grants.connect(client, world, scopes));
  }

  /** The merchant takes the consent back: every token of the account (of all when absent) is dead for good. */
  revokeConsent(accountID?: string): void {
    for (const connection of this.#of(accountID)) connection.state = 'revoked';
  }

  /** The employees who consented are locked: their tokens stop, until they are let in again. */
  lockEmployees(accountID?: string): void {
    for (const connection of this.#of(accountID))
      if (connection.state === 'good') connection.state = 'locked';
  }

  unlockEmployees(accountID?: string): void {
    for (const connection of this.#of(accountID))
      if (connection.state === 'locked') connection.state = 'good';
  }

  /** What an access token opens. @throws TokenError */
  readonly useToken = (token: string): Access => {
    const { world, client, scopes } = this.#grants.use(token);
    return { world, client: client.id, scopes };
  };

  /** Answers what belongs to the authorization server; undefined for every other address. */
  async answer(asked: Asked, fault: Fault | undefined): Promise<Reply | undefined> {
    const endpoint = this.#endpoint(asked);
    if (endpoint === undefined) return undefined;
    if (fault?.kind === 'bad-gateway') return badGateway;
    try {
      const refused = fault && refusalOf(fault);
      if (refused !== undefined) throw refused;
      return await endpoint();
    } catch (error) {
      return error instanceof OAuthError ? error.reply() : refusal(error);
    }
  }

  #endpoint(asked: Asked): (() => Promise<Reply>) | undefined {
    switch (asked.address.pathname) {
      case '/auth/oauth/authorize':
        return () => authorizeEndpoint(this.#doorman, asked);
      case '/auth/oauth/token':
        return () => tokenEndpoint(this.#desk, asked);
      case '/auth/oauth/revoke':
        return () => revokeEndpoint(this.#desk, asked);
      default:
        return undefined;
    }
  }

  get #doorman() {
    const { autoApprove } = this;
    return { clients: this.#clients, grants: this.#grants, worlds: this.#worlds, autoApprove };
  }

  #of(accountID: string | undefined): Connection[] {
    const { connections } = this.#grants;
    return connections.filter(
      ({ world }) => accountID === undefined || world.account.accountID === accountID,
    );
  }
}

/** 401 and 429 in the words of this server, the others in the classic shape (invented). */
const refusalOf = (fault: Fault): Error | undefined => {
  if (fault.kind === 'unauthorized')
    return new OAuthError(401, 'invalid_client', 'Client authentication failed.');
  if (fault.kind === 'rate-limited') return throttled(fault.seconds ?? 1);
  return faultRefusal(fault);
};
