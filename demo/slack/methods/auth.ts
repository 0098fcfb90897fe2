import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import type { World } from '../world/world.ts';
import { scopesOf } from './access.ts';
import type { Methods } from './method.ts';
import { fail } from './method.ts';

/** Who the app is, and how it gets in. */
export const authMethods: Methods = {
  'auth.test': { token: 'bot', run: test },
  'oauth.v2.access': { token: 'none', run: access },
};

function test(world: World): JsonObject {
  const { app, team } = world.state;
  return {
    ok: true,
    url: `${world.address()}/`,
    team: team.name,
    user: app.name.toLowerCase(),
    team_id: team.id,
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

function access(world: World, args: JsonObject): JsonObject {
  const { settings, state } = world;
  if (args['client_id'] !== settings.clientId) return fail('invalid_client_id');
  if (args['client_secret'] !== settings.clientSecret) return fail('bad_client_secret');
  const code = state.oauthCodes[asText(args['code'])];
  if (!code || code.used) return fail('invalid_code');
  code.used = true;
  return {
    ok: true,
    app_id: state.app.id,
    authed_user: { id: code.person },
    scope: scopesOf(world).join(','),
    token_type: 'bot',
    access_token: settings.botToken,
    bot_user_id: state.app.botUser,
    team: { id: state.team.id, name: state.team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}
