import { z } from 'zod';
import type { CredentialKind, Series } from '../../models/link.ts';

/** Both tokens of an OAuth consent. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, epoch milliseconds. */
  expiresAt: number;
}

/** What opens an account, as it lies in the vault. */
export type LinkSecret =
  | { kind: 'key'; key: string }
  | { kind: 'token'; token: string; prefix: string }
  | { kind: 'oauth'; tokens: Tokens };

const stored = z.object({ accessToken: z.string(), refreshToken: z.string(), expiresAt: z.number() });

/** What of a secret stands on the link for all to see. */
export function secretFields(secret: LinkSecret): {
  series: Series;
  credential: CredentialKind;
  prefix: string | null;
  keyHint: string;
} {
  switch (secret.kind) {
    case 'key':
      return { series: 'r', credential: 'key', prefix: null, keyHint: secret.key.slice(-4) };
    case 'token':
      return { series: 'x', credential: 'token', prefix: secret.prefix, keyHint: secret.token.slice(-4) };
    case 'oauth':
      return { series: 'r', credential: 'oauth', prefix: null, keyHint: '' };
  }
}

/** The text that is sealed in the vault. */
export function secretText(secret: LinkSecret): string {
  if (secret.kind === 'oauth') return JSON.stringify(stored.parse(secret.tokens));
  return secret.kind === 'key' ? secret.key : secret.token;
}

/** Tokens from the vault's text. Throws a ZodError or a SyntaxError for what was not kept by Daybook. */
export function tokensFrom(text: string): Tokens {
  return stored.parse(JSON.parse(text));
}
