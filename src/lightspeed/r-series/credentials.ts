import { type Authorizer, bearer } from '../http/authorizer.ts';

/**
 * A legacy API key, or an OAuth access token asked for before each request. `refused` is a token that was
 * just answered with 401: give a new one, or the same again when there is none.
 */
export type Credentials =
  | { kind: 'key'; key: string }
  | { kind: 'bearer'; token: (refused?: string) => Promise<string> };

/** R-Series takes a key as the user name of HTTP Basic, with the literal password `apikey`. */
export function createAuthorizer(credentials: Credentials): Authorizer {
  if (credentials.kind === 'key') {
    const header = `Basic ${Buffer.from(`${credentials.key}:apikey`).toString('base64')}`;
    return { header: async () => header, renew: async () => false };
  }

  let latest: string | undefined;
  return {
    header: async () => {
      latest = await credentials.token();
      return bearer(latest);
    },
    renew: async () => latest !== undefined && (await credentials.token(latest)) !== latest,
  };
}
