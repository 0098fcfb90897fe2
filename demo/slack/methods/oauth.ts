import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { install } from '../world/comings.ts';
import { issueTokens, lifetime, takeRefreshToken } from '../world/tokens.ts';
import type { World } from '../world/world.ts';
import { scopesOf } from './access.ts';
import type { Methods } from './method.ts';
import { fail } from './method.ts';

/** How an app gets in, and how its tokens are renewed (https://docs.slack.dev/reference/methods/oauth.v2.access). */
export const oauthMethods: Methods = {
  'oauth.v2.access': { token: 'none', run: access },
};

/** How long a code from the page lives, milliseconds. */
const codeLives = 10 * 60_000;

function access(world: World, args: JsonObject): JsonObject {
  const { settings } = world;
  if (args['client_id'] !== settings.clientId) return fail('invalid_client_id');
  if (args['client_secret'] !== settings.clientSecret) return fail('bad_client_secret');
  const grant = asText(args['grant_type']) || 'authorization_code';
  if (grant === 'refresh_token') return refresh(world, asText(args['refresh_token']));
  return grant === 'authorization_code' ? exchange(world, args) : fail('invalid_grant_type');
}

function exchange(world: World, args: JsonObject): JsonObject {
  const { state } = world;
  const code = state.oauthCodes[asText(args['code'])];
  if (!code || code.used || world.now() - (code.at ?? 0) > codeLives) return fail('invalid_code');
  // The address has to be that of the page, or to be left out in both places.
  if (code.redirect !== undefined && code.redirect !== asText(args['redirect_uri']))
    return fail('bad_redirect_uri');
  code.used = true;
  install(world);
  state.isOrgInstall = code.isOrgWide === true;
  return { ...whatWasGiven(world), authed_user: { id: code.person } };
}

function refresh(world: World, text: string): JsonObject {
  if (!rotates(world)) return fail('token_rotation_not_enabled');
  return takeRefreshToken(world, text) ? whatWasGiven(world) : fail('invalid_refresh_token');
}

/** Without rotation the app has one token for good. */
function whatWasGiven(world: World): JsonObject {
  const { settings, state } = world;
  const isOrgWide = state.isOrgInstall === true;
  const pair = rotates(world) ? issueTokens(world) : undefined;
  return {
    ok: true,
    app_id: state.app.id,
    scope: scopesOf(world).join(','),
    token_type: 'bot',
    access_token: pair?.access ?? settings.botToken,
    ...(pair && { refresh_token: pair.refresh, expires_in: lifetime }),
    bot_user_id: state.app.botUser,
    team: isOrgWide ? null : { id: state.team.id, name: state.team.name },
    enterprise: state.enterprise ?? null,
    is_enterprise_install: isOrgWide,
  };
}

function rotates(world: World): boolean {
  return world.settings.manifest.settings.token_rotation_enabled === true;
}
