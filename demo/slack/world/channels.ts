import type { Channel, State } from './types.ts';
import type { World } from './world.ts';

/** The channel with this id or name ('#sales', 'sales'), or undefined. */
export function findChannel(state: State, wanted: string): Channel | undefined {
  const byId = state.channels[wanted];
  if (byId) return byId;
  const name = wanted.replace(/^#/, '');
  return Object.values(state.channels).find((channel) => channel.kind !== 'im' && channel.name === name);
}

/** The person's conversation with the app, made at first use. */
export function directChannel(world: World, person: string): Channel {
  const { state } = world;
  const existing = Object.values(state.channels).find(
    ({ kind, members }) => kind === 'im' && members[0] === person,
  );
  if (existing) return existing;
  const made: Channel = {
    id: world.ids.make('D'),
    name: 'directmessage',
    kind: 'im',
    members: [person],
    hasBot: true,
    isArchived: false,
  };
  state.channels[made.id] = made;
  return made;
}
