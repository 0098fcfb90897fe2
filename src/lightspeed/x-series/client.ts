import { type Authorizer, bearer } from '../http/authorizer.ts';
import { type ClientSettings, createHttpClient, type HttpClient } from '../http/client.ts';
import { parseExact } from '../http/exact-json.ts';
import { createWindowPacer } from './window-pacer.ts';

export interface XSeriesSettings extends ClientSettings {
  /** A personal token, or an OAuth access token. */
  token: string;
}

/** A thousand sales come with all their lines and payments. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A client for the resources under `/api/2.0/`. Throws a TypeError for a base URL that is none or holds credentials. */
export function createXSeriesClient(settings: XSeriesSettings): HttpClient {
  return createHttpClient(
    { maxBytes: MAX_BYTES, ...settings },
    {
      root: '/api/2.0/',
      authorizer: authorizerOf(settings.token),
      pacer: createWindowPacer({ isGentle: settings.isGentle }),
      parse: parseExact,
    },
  );
}

/** A personal token has no successor: a refused one stays refused. */
function authorizerOf(token: string): Authorizer {
  return { header: async () => bearer(token), renew: async () => false };
}
