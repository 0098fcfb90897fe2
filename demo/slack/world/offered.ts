import type { JsonObject } from '../json.ts';
import { asList, asObject, asText } from '../json.ts';
import type { Channel } from './types.ts';
import type { World } from './world.ts';

type Offered = { id: string; name: string };

/** The people a users select shows. */
export function offeredPeople(world: World): Offered[] {
  return Object.values(world.state.people).filter(({ deleted }) => !deleted);
}

/** The channels and conversations a conversations or channels select shows this person. */
export function offeredConversations(world: World, person: string, element: JsonObject): Offered[] {
  const filter = asObject(element['filter']);
  const onlyPublic = asText(element['type']).includes('channels');
  const included = onlyPublic ? ['public'] : asList(filter['include']);
  return Object.values(world.state.channels)
    .filter((channel) => isTheirs(channel, person) && !channel.isArchived)
    .filter(({ kind }) => included.length === 0 || included.includes(kind))
    .filter(({ kind }) => !(kind === 'im' && filter['exclude_bot_users'] === true))
    .map(({ id, kind, name }) => ({ id, name: kind === 'im' ? world.state.app.name : name }));
}

function isTheirs({ kind, members }: Channel, person: string): boolean {
  return kind === 'public' || members.includes(person);
}
