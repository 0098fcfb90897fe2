import type { Token } from './types.ts';
import type { World } from './world.ts';

/** How long an access token lives where tokens rotate, seconds (https://docs.slack.dev/authentication/using-token-rotation). */
export const lifetime = 12 * 3600;

/** What a token is to this workspace; undefined for one it never gave. */
export function knownToken(world: World, text: string): Token | undefined {
  const { settings, state } = world;
  if (text === settings.botToken)
    return { kind: 'access', endsAt: undefined, isRevoked: state.isTokenRevoked };
  return state.tokens[text];
}

/** Why the bot's token is not taken (the errors of auth.test); undefined for one that is. */
export function tokenProblem(world: World, token: Token): string | undefined {
  // What the token of an app that was taken out answers.
  if (world.state.isUninstalled) return 'account_inactive';
  if (token.isRevoked || world.state.isTokenRevoked) return 'token_revoked';
  if (token.kind === 'refresh') return 'not_allowed_token_type';
  return token.endsAt !== undefined && token.endsAt <= world.now() ? 'token_expired' : undefined;
}

/** A new pair; the access token before it lives on until its end. */
export function issueTokens(world: World): { access: string; refresh: string } {
  const access = `xoxe.xoxb-1-${world.ids.make('A')}`;
  const refresh = `xoxe-1-${world.ids.make('R')}`;
  world.state.tokens[access] = {
    kind: 'access',
    endsAt: world.now() + lifetime * 1000,
    isRevoked: false,
  };
  world.state.tokens[refresh] = { kind: 'refresh', endsAt: undefined, isRevoked: false };
  return { access, refresh };
}

/** Uses a refresh token up: it works once. */
export function takeRefreshToken(world: World, text: string): boolean {
  const token = world.state.tokens[text];
  if (token?.kind !== 'refresh' || token.isRevoked || world.state.isUninstalled) return false;
  token.isRevoked = true;
  return true;
}

/** No token of before is worth anything any more. */
export function revokeTokens(world: World): void {
  for (const token of Object.values(world.state.tokens)) token.isRevoked = true;
}
