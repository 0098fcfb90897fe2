import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { knownToken } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

/** The workspaces behind one address: the first one, and those that were added to it. */
export type Worlds = { first: World; all: World[] };

/** The workspace that a call to the Web API is for: its token says it, or the code or the refresh token it brings. */
export function worldOfCall(worlds: Worlds, token: string | undefined, args: JsonObject): World {
  const code = asText(args['code']);
  const refresh = asText(args['refresh_token']);
  return one(
    worlds,
    (world) =>
      (token !== undefined && knownToken(world, token) !== undefined) ||
      Object.hasOwn(world.state.oauthCodes, code) ||
      Object.hasOwn(world.state.tokens, refresh),
  );
}

export function worldOfResponseUrl(worlds: Worlds, id: string): World {
  return one(worlds, ({ state }) => Object.hasOwn(state.responseUrls, id));
}

export function worldOfFile(worlds: Worlds, id: string): World {
  return one(worlds, ({ state }) => Object.hasOwn(state.files, id));
}

/** Slack's page is for the team the person names, or the first one they are in. */
export function worldOfTeam(worlds: Worlds, team: string | null): World {
  return one(worlds, ({ state }) => state.team.id === team);
}

function one({ first, all }: Worlds, isIt: (world: World) => boolean): World {
  return all.find(isIt) ?? first;
}
