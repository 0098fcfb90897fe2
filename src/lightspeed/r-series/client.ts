import { type ClientSettings, createHttpClient, type HttpClient } from '../http/client.ts';
import { createBucketPacer } from './bucket.ts';
import { type Credentials, createAuthorizer } from './credentials.ts';

export interface RSeriesSettings extends ClientSettings {
  credentials: Credentials;
}

/**
 * A client for the resources under `/API/V3/` that asks nothing that would overflow the account's bucket.
 * Throws a TypeError for a base URL that is none or holds credentials.
 */
export function createRSeriesClient(settings: RSeriesSettings): HttpClient {
  return createHttpClient(settings, {
    root: '/API/V3/',
    authorizer: createAuthorizer(settings.credentials),
    pacer: createBucketPacer({ isGentle: settings.isGentle }),
    // Numbers are strings on this wire, so nothing is lost here.
    parse: JSON.parse,
  });
}
