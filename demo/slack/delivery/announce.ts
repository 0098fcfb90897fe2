import type { JsonObject } from '../json.ts';
import type { World } from '../world/world.ts';
import { deliverEvent } from './deliver.ts';
import type { Ack } from './parcel.ts';

/** Tells the app of what happens in the workspace, as far as the manifest subscribes to it. */
export type Announcer = {
  /** Whether the manifest subscribes to it, with the scope that goes with it. */
  hears(name: string): boolean;
  /**
   * Sends the event in the background when the manifest subscribes to `name` (message.channels, team_join) and has the
   * scope that goes with it. An event without its scope is a mistake in the manifest: a warning says so.
   */
  send(name: string, event: JsonObject): void;
  /** Like `send`, for one who waits; undefined when the app does not listen. */
  sendAndWait(name: string, event: JsonObject): Promise<Ack | undefined>;
  /** When all that is on its way has been answered. */
  settled(): Promise<void>;
};

/** What an event needs besides the subscription (https://docs.slack.dev/reference/events). */
const scopes: Record<string, string> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  team_join: 'users:read',
  user_change: 'users:read',
  file_shared: 'files:read',
};

export function createAnnouncer(world: () => World): Announcer {
  const pending = new Set<Promise<unknown>>();
  const sendAndWait = (name: string, event: JsonObject): Promise<Ack | undefined> => {
    if (!isHeard(world(), name)) return Promise.resolve(undefined);
    const sent = deliverEvent(world(), { ...event, event_ts: event['event_ts'] ?? world().ids.ts() });
    pending.add(sent);
    void sent.finally(() => pending.delete(sent));
    return sent;
  };
  return {
    hears: (name) => isHeard(world(), name),
    send: (name, event) => void sendAndWait(name, event),
    sendAndWait,
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

function isHeard({ settings, state }: World, name: string): boolean {
  const { manifest } = settings;
  if (!manifest.settings.event_subscriptions?.bot_events?.includes(name)) return false;
  const needed = scopes[name];
  if (needed === undefined || manifest.oauth_config.scopes.bot?.includes(needed)) return true;
  const warning = `the manifest subscribes to ${name} without the scope ${needed}: such events never come`;
  if (!state.warnings.includes(warning)) state.warnings.push(warning);
  return false;
}
