import { z } from 'zod';
import {
  ClientRefusedError,
  KeyRefusedError,
  LightspeedDownError,
  type LightspeedError,
  UnreadableAnswerError,
} from '../errors.ts';
import type { Tokens } from '../secret.ts';
import { LostAnswerError, type PostSettings, postFields } from './post-fields.ts';

/** Read sales, and the shops through the right to read reports. */
const scopes = 'employee:register_read employee:reports';

const answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // One page of the documentation says 3600, another 1800: it is always read.
  expires_in: z.coerce.number().positive(),
});
const refusal = z.object({ error: z.string() });

export interface OAuthSettings extends PostSettings {
  authUrl: string;
  clientId: string;
  /** Absent for a public client. */
  clientSecret: string | undefined;
  /** Epoch milliseconds. */
  now: () => number;
}

/** Lightspeed's authorization server (R-Series). */
export interface OAuthClient {
  /** Where a person gives consent; the state comes back with them. */
  authorizeUrl(input: { state: string; challenge: string }): string;
  /** Tokens for a code, which lives 60 seconds. Throws a LightspeedError. */
  exchange(input: { code: string; verifier: string }): Promise<Tokens>;
  /**
   * New tokens for a refresh token. Throws a KeyRefusedError when the consent is lost, a ClientRefusedError when it is this
   * Daybook that is refused, else a LightspeedDownError. An answer that is lost is asked for again, here and at any later
   * time, with the same refresh token: it dies only when the new access token is first used.
   */
  renew(refreshToken: string): Promise<Tokens>;
  /** Ends a consent. Throws a LightspeedError. */
  revoke(refreshToken: string): Promise<void>;
}

/** A client of the endpoints that Lightspeed documents since July 2024 (developers.lightspeedhq.com/retail/authentication). */
export function createOAuthClient(settings: OAuthSettings): OAuthClient {
  const { authUrl, clientId, clientSecret, now } = settings;
  const post = (path: string, fields: Record<string, string>) =>
    ask(settings, `${authUrl}/auth/oauth/${path}`, {
      client_id: clientId,
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      ...fields,
    });
  const tokens = async (fields: Record<string, string>): Promise<Tokens> => {
    const asked = now();
    return readTokens(await post('token', fields), asked);
  };

  return {
    authorizeUrl({ state, challenge }) {
      const url = new URL(`${authUrl}/auth/oauth/authorize`);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        scope: scopes,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    exchange: ({ code, verifier }) =>
      tokens({ grant_type: 'authorization_code', code, code_verifier: verifier }),
    renew: async (refreshToken) => {
      const fields = { grant_type: 'refresh_token', refresh_token: refreshToken };
      try {
        return await tokens(fields);
      } catch (error) {
        if (error instanceof LostAnswerError) return tokens(fields);
        throw error;
      }
    },
    revoke: async (refreshToken) => {
      await post('revoke', { refresh_token: refreshToken });
    },
  };
}

function readTokens(body: string, asked: number): Tokens {
  const parsed = answer.safeParse(jsonOf(body));
  // The parser's own words might quote a token.
  if (!parsed.success)
    throw new UnreadableAnswerError('The answer of the token endpoint is not what it should be.');
  const { access_token, refresh_token, expires_in } = parsed.data;
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: asked + Math.floor(expires_in * 1000),
  };
}

async function ask(settings: OAuthSettings, url: string, fields: Record<string, string>): Promise<string> {
  const { status, isOk, body } = await postFields(url, fields, settings);
  if (!isOk) throw errorOf(status, body);
  return body;
}

/** By the documented codes: 400 invalid_grant is a lost consent; invalid_client is a matter of the operator. */
function errorOf(status: number, body: string): LightspeedError {
  const code = refusal.safeParse(jsonOf(body)).data?.error ?? '';
  const cause = { cause: new Error(`HTTP status ${status}`) };
  if (status === 400 && code === 'invalid_grant') {
    return new KeyRefusedError('Lightspeed no longer knows this consent.', cause);
  }
  if (status === 401 || code === 'invalid_client') {
    return new ClientRefusedError(
      'Lightspeed does not take the client id and secret of this Daybook.',
      cause,
    );
  }
  if (status === 429 || status >= 500) {
    return new LightspeedDownError('The authorization server of Lightspeed is not serving.', cause);
  }
  return new UnreadableAnswerError('The authorization server gave an answer Daybook does not expect.', cause);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
