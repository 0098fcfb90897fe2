import { createAnnouncer } from './delivery/announce.ts';
import { createDeliver, deliverEvent } from './delivery/deliver.ts';
import { createSockets, type Sockets } from './delivery/sockets.ts';
import { verifyUrl } from './delivery/verify-url.ts';
import { createPerson } from './driver/person.ts';
import { createFaults } from './faults.ts';
import type { Handle, WorkspaceHandle } from './handle.ts';
import type { JsonObject } from './json.ts';
import { wirePerson } from './methods/people.ts';
import { createDriverRequests } from './server/driver-requests.ts';
import { listen } from './server/server.ts';
import type { Worlds } from './server/worlds.ts';
import { createTraffic, type Exchange } from './traffic.ts';
import { createChanges } from './world/changes.ts';
import { findChannel } from './world/channels.ts';
import { install, join, uninstall } from './world/comings.ts';
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
  /** The organisation that the team is one of. */
  enterprise?: { id: string; name: string };
  /** `false`: the app is let in through its own page first, which needs clientId and clientSecret. */
  isInstalled?: boolean;
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
  /** Exchanges of before, masked already, that the log begins with. */
  trafficBefore?: readonly Exchange[];
};

/** Starts a workspace that is not Slack, on the loopback. */
export async function startSlack(options: SlackOptions): Promise<Handle> {
  const { world, sockets } = createWorld(options);
  const worlds: Worlds = { first: world, all: [world] };
  const driver = createDriverRequests(() => handle);
  const server = await listen(worlds, sockets, driver, options.port ?? 0);
  const url = `http://127.0.0.1:${server.port}`;
  world.address = () => url;
  const around = { url, sockets, close: server.close };
  const handle: Handle = {
    ...handleOf(world, around),
    addWorkspace(more) {
      const number = worlds.all.length + 1;
      const seed = `${options.seed ?? 'daybook'}-${number}`;
      const { world: added } = createWorld({ ...options, seed, isInstalled: false, ...more });
      added.address = () => url;
      // The same app; in every workspace it is somebody else.
      Object.assign(added.state.app, { botId: `B0DAYBOOK${number}`, botUser: `U0DAYBOOK${number}` });
      worlds.all.push(added);
      return handleOf(added, around);
    },
  };
  return handle;
}

type Around = { url: string; sockets: Sockets; close(): Promise<void> };

function handleOf(world: World, { url, sockets, close }: Around): WorkspaceHandle {
  const { state, traffic, faults, changes, settings } = world;
  const change = (channel: string, to: Partial<Channel>): void => {
    const found = findChannel(state, channel);
    if (!found) throw new Error(`There is no channel ${channel}`);
    Object.assign(found, to);
    changes.tell();
  };
  return {
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
    eventsSettled: world.announcer.settled,
    join: (person) => join(world, person),
    uninstall: () => uninstall(world),
    install: () => install(world),
    connections: sockets.count,
    refreshSocket: sockets.refresh,
    dropSocket: sockets.drop,
    setLocale: (person, locale) => {
      const found = state.people[person];
      if (!found) throw new Error(`There is no person ${person}`);
      found.locale = locale;
      world.announcer.send('user_change', { type: 'user_change', user: wirePerson(world, found, true) });
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
    close,
  };
}

function createWorld(options: SlackOptions): { world: World; sockets: Sockets } {
  const { manifest, now = Date.now, realNow = Date.now } = options;
  const state = firstState(options);
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
    traffic: createTraffic(now, changes.tell, { before: options.trafficBefore ?? [] }),
    faults: createFaults(),
    now,
    realNow,
    address: () => 'http://127.0.0.1',
    deliver: createDeliver(() => world, sockets),
    announcer: createAnnouncer(() => world),
  };
  return { world, sockets };
}

function firstState({
  restore,
  manifest,
  people,
  channels,
  team,
  enterprise,
  isInstalled,
}: SlackOptions): State {
  // What was kept by an earlier version knows no tokens.
  if (restore) return { ...structuredClone(restore), tokens: structuredClone(restore.tokens ?? {}) };
  const state = createState(manifest, people, channels, team);
  state.isUninstalled = isInstalled === false;
  return enterprise ? { ...state, enterprise } : state;
}

async function sendEvent(world: World, event: JsonObject): Promise<boolean> {
  const subscribed = world.settings.manifest.settings.event_subscriptions?.bot_events ?? [];
  if (!subscribed.includes(String(event['type']))) return false;
  return (await deliverEvent(world, event)).ok;
}
