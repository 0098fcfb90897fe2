import { directChannel, findChannel } from '../world/channels.ts';
import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';

export type Found = { channel: Channel } | { error: string };

export function scopesOf(world: World): string[] {
  return world.settings.manifest.oauth_config.scopes.bot ?? [];
}

/** Where the app may post: a channel by id or name, or a person's id for their conversation with the app. */
export function writableChannel(world: World, wanted: string): Found {
  const found = channelOrPerson(world, wanted);
  if ('error' in found) return found;
  const { channel } = found;
  if (channel.kind === 'im' && !world.settings.manifest.features.app_home?.messages_tab_enabled) {
    return { error: 'messages_tab_disabled' };
  }
  if (channel.kind === 'private' && !channel.hasBot) return { error: 'channel_not_found' };
  if (channel.isArchived) return { error: 'is_archived' };
  const isWelcome = channel.hasBot || scopesOf(world).includes('chat:write.public');
  return isWelcome ? found : { error: 'not_in_channel' };
}

/** Where the app may look: a channel it is in. A private one it is not in does not exist for it. */
export function readableChannel(world: World, wanted: string): Found {
  const channel = world.state.channels[wanted];
  if (!channel) return { error: 'channel_not_found' };
  if (channel.hasBot) return { channel };
  return { error: channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel' };
}

function channelOrPerson(world: World, wanted: string): Found {
  const person = world.state.people[wanted];
  if (person && !person.deleted) return { channel: directChannel(world, person.id) };
  const channel = person ? undefined : findChannel(world.state, wanted);
  return channel ? { channel } : { error: 'channel_not_found' };
}
