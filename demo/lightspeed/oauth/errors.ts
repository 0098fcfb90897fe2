import type { Reply } from '../api/reply.ts';

type Code =
  | 'access_denied'
  | 'invalid_request'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'too_many_requests';

/** A refusal of the authorization server; codes and statuses are documented, descriptions are invented. */
export class OAuthError extends Error {
  override name = 'OAuthError' as const;
  readonly status: number;
  readonly code: Code;
  readonly headers: Record<string, string>;

  constructor(status: number, code: Code, description: string, headers: Record<string, string> = {}) {
    super(description);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  reply(): Reply {
    return oauthReply(this.status, { error: this.code, error_description: this.message }, this.headers);
  }
}

export const oauthReply = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Reply => ({
  status,
  type: 'application/json; charset=UTF-8',
  headers: { 'Cache-Control': 'no-store', ...headers },
  text: JSON.stringify(body),
});

export const invalidRequest = (description: string): OAuthError =>
  new OAuthError(400, 'invalid_request', description);

export const invalidGrant = (description: string): OAuthError =>
  new OAuthError(400, 'invalid_grant', description);

/** Documented is that it is throttled; the answer is invented. */
export const throttled = (seconds: number): OAuthError =>
  new OAuthError(429, 'too_many_requests', 'Too many attempts.', { 'Retry-After': String(seconds) });
