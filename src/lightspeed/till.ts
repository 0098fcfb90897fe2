import type { Connector } from './connector.ts';
import type { Exchange } from './http/exchange.ts';
import type { RequestRecord } from './http/persistent-get.ts';
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
  exchange?: Exchange;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Ends every reading: the process stops. */
  giveUp?: AbortSignal;
  /** Told of every request once it is answered or lost. */
  onRequest?: (series: 'r' | 'x', request: RequestRecord) => void;
}

/** How a till is asked. */
export interface Asking {
  /** How long all of it may take, milliseconds: for a person who waits. */
  deadline?: number;
  /** The same where several tills share the time. */
  signal?: AbortSignal;
  /** Leaves about half of what the account allows to others. */
  isGentle?: boolean;
}

/** Opens a till. Throws a RangeError for a prefix that is none. */
export type Connect = (access: TillAccess & Asking) => Connector;

/** The ways to the accounts of both series. */
export function createConnect({ rUrl, xUrl, giveUp, onRequest, ...common }: TillSettings): Connect {
  return ({ deadline, signal, isGentle = false, ...access }) => {
    const ending = deadline === undefined ? signal : AbortSignal.timeout(deadline);
    const endings = [ending, giveUp].filter((end) => end !== undefined);
    const options = {
      ...common,
      isGentle,
      ...(onRequest ? { onRequest: (request: RequestRecord) => onRequest(access.series, request) } : {}),
      ...(endings.length > 0 ? { signal: AbortSignal.any(endings) } : {}),
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
