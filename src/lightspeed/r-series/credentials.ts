import { KeyRefusedError } from '../errors.ts';

/**
 * A legacy API key, or an OAuth access token asked for before each request. `refused` is a token that was
 * just answered with 401: give a new one, or the same again when there is none.
 */
export type Credentials =
  | { kind: 'key'; key: string }
  | { kind: 'bearer'; token: (refused?: string) => Promise<string> };

export interface Authorizer {
  /** The value of the Authorization header. Throws a KeyRefusedError when the token cannot be sent at all. */
  header(): Promise<string>;
  /** After a 401: whether there is another token to try. */
  renew(): Promise<boolean>;
}

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
      return `Bearer ${sendable(latest)}`;
    },
    renew: async () => latest !== undefined && (await credentials.token(latest)) !== latest,
  };
}

/** Checked here because fetch would quote a bad header value, and with it the token, in its error. */
function sendable(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new KeyRefusedError('The access token holds characters that cannot be sent.');
}
