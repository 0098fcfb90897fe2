import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import type { Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Methods } from './method.ts';
import { fail, isTrue } from './method.ts';

export const peopleMethods: Methods = {
  'users.info': { token: 'bot', scopes: ['users:read'], required: ['user'], run: info },
};

function info(world: World, args: JsonObject): JsonObject {
  const wanted = asText(args['user']);
  const { app, people } = world.state;
  if (wanted === app.botUser) return { ok: true, user: { id: app.botUser, name: app.name, is_bot: true } };
  const person = people[wanted];
  if (!person) return fail('user_not_found');
  return { ok: true, user: wirePerson(world, person, isTrue(args['include_locale'])) };
}

export function wirePerson(world: World, person: Person, withLocale: boolean): JsonObject {
  const { id, name, deleted } = person;
  const profile = { real_name: name, display_name: name, team: world.state.team.id };
  const frame = { id, team_id: world.state.team.id, name, deleted, is_bot: false, is_app_user: false };
  // A deactivated account has lost its rights and its zone.
  if (deleted) return { ...frame, profile };
  return {
    ...frame,
    real_name: name,
    profile,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffset(person.tz, world.now()),
    is_admin: person.is_admin,
    is_owner: person.is_owner,
    is_primary_owner: person.is_owner,
    is_restricted: person.is_restricted,
    is_ultra_restricted: false,
    ...orgPart(world, person),
    ...(withLocale && { locale: person.locale }),
  };
}

/** Who somebody is in the organisation (https://docs.slack.dev/reference/objects/user-object, enterprise_user). */
function orgPart({ state: { enterprise, team } }: World, { id, isOrgAdmin = false }: Person): JsonObject {
  if (!enterprise) return {};
  const ranks = { is_admin: isOrgAdmin, is_owner: false };
  return { enterprise_user: { id, enterprise_id: enterprise.id, teams: [team.id], ...ranks } };
}

/** Seconds east of UTC. */
function zoneOffset(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;
}
