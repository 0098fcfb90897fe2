import { KeyRefusedError } from '../errors.ts';

/** How requests prove who asks. */
export interface Authorizer {
  /** The value of the Authorization header. Throws a KeyRefusedError when the key or token cannot be sent at all. */
  header(): Promise<string>;
  /** After a 401: whether there is another token to try. */
  renew(): Promise<boolean>;
}

/** A bearer token. Checked because the HTTP client would quote a bad header value, and with it the token, in its error. */
export function bearer(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw new KeyRefusedError('The access token holds characters that cannot be sent.');
}
