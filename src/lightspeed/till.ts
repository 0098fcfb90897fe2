import type { Connector } from './connector.ts';
import type { Fetch } from './http/send.ts';
import { createRSeriesConnector } from './r-series/connector.ts';
import type { Credentials } from './r-series/credentials.ts';
import { xSeriesBaseUrl } from './x-series/base-url.ts';
import { createXSeriesConnector } from './x-series/connector.ts';

/** Which account is meant, and what opens it. */
export type TillAccess =
  | { series: 'r'; credentials: Credentials /** Where it is known: saves a request. */; accountId?: string }
  | { series: 'x'; prefix: string; token: string };

export interface TillSettings {
  rUrl: string;
  /** Holds `{prefix}`. */
  xUrl: string;
  fetch?: Fetch;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Opens a till. A deadline (milliseconds) is for a person who waits. Throws a RangeError for a prefix that is none. */
export type Connect = (access: TillAccess & { deadline?: number }) => Connector;

/** The ways to the accounts of both series. */
export function createConnect({ rUrl, xUrl, ...common }: TillSettings): Connect {
  return ({ deadline, ...access }) => {
    const options = {
      ...common,
      ...(deadline === undefined ? {} : { signal: AbortSignal.timeout(deadline) }),
    };
    if (access.series === 'x') {
      const baseUrl = xSeriesBaseUrl(xUrl, access.prefix);
      return createXSeriesConnector({ ...options, baseUrl, token: access.token });
    }
    const { credentials, accountId } = access;
    return createRSeriesConnector({
      ...options,
      baseUrl: rUrl,
      credentials,
      ...(accountId === undefined ? {} : { accountId }),
    });
  };
}
