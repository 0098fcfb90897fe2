import { createHandler } from './api/handle.ts';
import type { Limits } from './api/limiter.ts';
import { type Fault, Faults } from './faults.ts';
import { type Answered, type Host, startHost } from './host.ts';
import { OAuth, type OAuthOptions } from './oauth/oauth.ts';
import { saleScopes } from './oauth/scopes.ts';
import type { World } from './world/world.ts';

export type LightspeedOptions = {
  /** One account, or several; a request sees the one its key opens. */
  world: World | readonly World[];
  /** The simulated now in epoch milliseconds: what happens later does not exist yet. */
  clock: () => number;
  /** Any free port when absent. */
  port?: number;
  /** The base of `next`; the request's own host when absent. */
  publicUrl?: string;
  /** Real time in epoch milliseconds, for the bucket, its drip and Retry-After. */
  now?: () => number;
  /** Parts of the limits that shall differ from the documented ones. */
  limits?: Partial<Limits>;
  /** Clients and habits of the authorization server, which answers on the same address. */
  oauth?: OAuthOptions;
  answered?: Answered | undefined;
};

export type Lightspeed = Host & { faults: Faults; oauth: OAuth };

/** Stands in for Lightspeed Retail (R-Series, API V3 and OAuth), on loopback only, all in memory. */
export const startLightspeed = async (options: LightspeedOptions): Promise<Lightspeed> => {
  const { clock, port, publicUrl, now = Date.now, limits = {} } = options;
  const { registerReadSuffices = true } = options.oauth ?? {};
  const worlds: readonly World[] = [options.world].flat();
  const faults = new Faults();
  const oauth = new OAuth(options.oauth ?? {}, { worlds, clock, now });
  const { useToken } = oauth;
  const handle = createHandler({
    worlds,
    clock,
    now,
    limits,
    useToken,
    saleScopes: saleScopes(registerReadSuffices),
  });

  const afterAnswer = (fault: Fault | undefined): void => {
    if (fault?.kind !== 'changed-after') return;
    fault.after?.();
    if (fault.saleID === undefined) return;
    const saleID = Number(fault.saleID);
    worlds.find((one) => one.sale(saleID) !== undefined)?.voidSale(saleID, clock());
  };

  const host = await startHost({
    port,
    publicUrl,
    faults,
    afterAnswer,
    answered: options.answered,
    answer: async (asked, fault) => {
      if (fault?.kind === 'consent-revoked') oauth.revokeConsent();
      if (fault?.kind === 'employee-locked') oauth.lockEmployees();
      const { method, address, headers } = asked;
      const { accept, authorization } = headers;
      return (await oauth.answer(asked, fault)) ?? handle({ method, address, accept, authorization }, fault);
    },
  });
  return { ...host, faults, oauth };
};
