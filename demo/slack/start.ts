import { createDeliver, deliverEvent } from './delivery/deliver.ts';
import { createSockets } from './delivery/sockets.ts';
import { verifyUrl } from './delivery/verify-url.ts';
import { createPerson } from './driver/person.ts';
import { createFaults } from './faults.ts';
import type { Handle } from './handle.ts';
import type { JsonObject } from './json.ts';
import { createDriverRequests } from './server/driver-requests.ts';
import { listen } from './server/server.ts';
import { createTraffic } from './traffic.ts';
import { createChanges } from './world/changes.ts';
import { findChannel } from './world/channels.ts';
import { createIds } from './world/ids.ts';
import type { ChannelInput, PersonInput, TeamInput } from './world/seed.ts';
import { createState } from './world/seed.ts';
import type { Channel, Manifest, State } from './world/types.ts';
import type { World } from './world/world.ts';

export type SlackOptions = {
  /** manifest.json, parsed: only what it declares works */
  manifest: Manifest;
  people: PersonInput[];
  channels: ChannelInput[];
  signingSecret: string;
  botToken: string;
  /** Where the app listens, such as http://127.0.0.1:3000; without it (and until setAppUrl) Socket Mode. */
  appUrl?: string;
  appToken?: string;
  clientId?: string;
  clientSecret?: string;
  team?: TeamInput;
  /** The workspace's clock, in milliseconds since 1970. */
  now?: () => number;
  /** The real clock, by which signatures are dated and triggers go stale. */
  realNow?: () => number;
  port?: number;
  /** ids are the same in every run with the same seed */
  seed?: string;
  /** Milliseconds the app has to acknowledge, 3000 as Slack has it. */
  ackMs?: number;
  /** Milliseconds a trigger_id lives, 3000 as Slack has it. */
  triggerMs?: number;
  /** A state of before, to go on from. */
  restore?: State;
};

/** Starts a workspace that is not Slack, on the loopback. */
export async function startSlack(options: SlackOptions): Promise<Handle> {
  const { world, sockets } = createWorld(options);
  const driver = createDriverRequests(() => handle);
  const server = await listen(world, sockets, driver, options.port ?? 0);
  const url = `http://127.0.0.1:${server.port}`;
  world.address = () => url;
  const { state, traffic, faults, changes, settings } = world;
  const change = (channel: string, to: Partial<Channel>): void => {
    const found = findChannel(state, channel);
    if (!found) throw new Error(`There is no channel ${channel}`);
    Object.assign(found, to);
    changes.tell();
  };
  const handle: Handle = {
    apiUrl: `${url}/api/`,
    url,
    as: (person) => createPerson(world, person),
    state,
    traffic,
    faults,
    waitFor: changes.waitFor,
    onChange: changes.listen,
    setAppUrl: (appUrl) => {
      settings.appUrl = appUrl;
    },
    verifyUrl: () => verifyUrl(world),
    sendEvent: (event) => sendEvent(world, event),
    connections: sockets.count,
    refreshSocket: sockets.refresh,
    dropSocket: sockets.drop,
    setLocale: (person, locale) => {
      const found = state.people[person];
      if (!found) throw new Error(`There is no person ${person}`);
      found.locale = locale;
      changes.tell();
    },
    revokeToken: () => {
      state.isTokenRevoked = true;
    },
    restoreToken: () => {
      state.isTokenRevoked = false;
    },
    archive: (channel) => change(channel, { isArchived: true }),
    inviteBot: (channel) => change(channel, { hasBot: true }),
    removeBot: (channel) => change(channel, { hasBot: false }),
    close: server.close,
  };
  return handle;
}

function createWorld(options: SlackOptions): { world: World; sockets: ReturnType<typeof createSockets> } {
  const { manifest, people, channels, team, now = Date.now, realNow = Date.now, restore } = options;
  const state = restore ? structuredClone(restore) : createState(manifest, people, channels, team);
  const changes = createChanges();
  const sockets = createSockets(() => world);
  const world: World = {
    settings: {
      manifest,
      signingSecret: options.signingSecret,
      botToken: options.botToken,
      appToken: options.appToken,
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      appUrl: options.appUrl,
      ackMs: options.ackMs ?? 3000,
      triggerMs: options.triggerMs ?? 3000,
    },
    state,
    changes,
    ids: createIds(state, options.seed ?? 'daybook', now),
    traffic: createTraffic(now, changes.tell),
    faults: createFaults(),
    now,
    realNow,
    address: () => 'http://127.0.0.1',
    deliver: createDeliver(() => world, sockets),
  };
  return { world, sockets };
}

async function sendEvent(world: World, event: JsonObject): Promise<boolean> {
  const subscribed = world.settings.manifest.settings.event_subscriptions?.bot_events ?? [];
  if (!subscribed.includes(String(event['type']))) return false;
  return (await deliverEvent(world, event)).ok;
}
