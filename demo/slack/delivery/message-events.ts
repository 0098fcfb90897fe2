import type { JsonObject } from '../json.ts';
import type { Channel, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** What became of a message, with how the Web API shows it now and before. */
export type MessageNews =
  | { kind: 'added'; message: Message; wire: JsonObject }
  | { kind: 'changed'; message: Message; wire: JsonObject; before: JsonObject }
  | { kind: 'removed'; message: Message; before: JsonObject };

const channelTypes: Record<Channel['kind'], string> = { public: 'channel', private: 'group', im: 'im' };
const subscriptions: Record<Channel['kind'], string> = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
};

/**
 * Sends the `message` events of one change: of people and, as Slack does, of the app itself, in every conversation the
 * app is in (https://docs.slack.dev/reference/events/message). What only one person sees is no event.
 */
export function announceMessage(world: World, news: MessageNews): void {
  const { message } = news;
  const channel = world.state.channels[message.channel];
  if (!channel?.hasBot || message.ephemeralTo !== undefined) return;
  const place = { type: 'message', channel: channel.id, channel_type: channelTypes[channel.kind] };
  const name = subscriptions[channel.kind];
  if (world.announcer.hears(name)) world.announcer.send(name, { ...place, ...eventOf(world, news) });
  if (news.kind === 'added') announceFiles(world, message);
}

function eventOf(world: World, news: MessageNews): JsonObject {
  const { message } = news;
  if (news.kind === 'added') return { ...news.wire, ...subtypeOf(message), event_ts: message.ts };
  const ts = world.ids.ts();
  const hidden = { hidden: true, ts, event_ts: ts, previous_message: news.before };
  if (news.kind === 'removed') return { ...hidden, subtype: 'message_deleted', deleted_ts: message.ts };
  return { ...hidden, subtype: 'message_changed', message: news.wire };
}

function subtypeOf({ files, fromApp, ts }: Message): JsonObject {
  return {
    ...(files.length > 0 && { subtype: 'file_share', upload: false }),
    ...(!fromApp && { client_msg_id: `client-${ts}` }),
  };
}

function announceFiles(world: World, { files, channel, user }: Message): void {
  for (const id of files) {
    const event = { type: 'file_shared', channel_id: channel, file_id: id, user_id: user, file: { id } };
    world.announcer.send('file_shared', event);
  }
}
