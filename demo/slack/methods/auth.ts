import type { JsonObject } from '../json.ts';
import type { World } from '../world/world.ts';
import type { Methods } from './method.ts';

/** Who the app is. */
export const authMethods: Methods = {
  'auth.test': { token: 'bot', run: test },
};

function test(world: World): JsonObject {
  const { app, team, enterprise, isOrgInstall } = world.state;
  return {
    ok: true,
    url: `${world.address()}/`,
    team: team.name,
    user: app.name.toLowerCase(),
    // A token of the whole organisation is in no team.
    team_id: isOrgInstall && enterprise ? enterprise.id : team.id,
    ...(enterprise && { enterprise_id: enterprise.id }),
    user_id: app.botUser,
    bot_id: app.botId,
    is_enterprise_install: isOrgInstall === true,
  };
}
