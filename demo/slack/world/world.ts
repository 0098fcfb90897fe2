import type { Announcer } from '../delivery/announce.ts';
import type { Deliver } from '../delivery/parcel.ts';
import type { Faults } from '../faults.ts';
import type { Traffic } from '../traffic.ts';
import type { Changes } from './changes.ts';
import type { Ids } from './ids.ts';
import type { Manifest, State } from './types.ts';

/** What the app and the workspace agreed on. */
type Settings = {
  manifest: Manifest;
  signingSecret: string;
  botToken: string;
  appToken: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
  /** Where the app listens; undefined means Socket Mode. */
  appUrl: string | undefined;
  /** Milliseconds an app has to acknowledge. */
  ackMs: number;
  /** Milliseconds a trigger_id lives. */
  triggerMs: number;
};

/** Everything the parts of the stand-in share. */
export type World = {
  settings: Settings;
  state: State;
  ids: Ids;
  changes: Changes;
  traffic: Traffic;
  faults: Faults;
  /** The workspace's clock: ts, ages of response_urls. Milliseconds since 1970. */
  now: () => number;
  /** The real clock: signatures, triggers, rate limits. Milliseconds since 1970. */
  realNow: () => number;
  /** The stand-in's own address, without a slash at the end. */
  address: () => string;
  deliver: Deliver;
  announcer: Announcer;
};
