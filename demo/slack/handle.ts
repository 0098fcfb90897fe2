import type { PersonDriver } from './driver/person.ts';
import type { Faults } from './faults.ts';
import type { JsonObject } from './json.ts';
import type { Traffic } from './traffic.ts';
import type { Changes } from './world/changes.ts';
import type { State } from './world/types.ts';

/** A running stand-in. */
export type Handle = {
  /** for the app's SLACK_API_URL; ends in /api/ */
  apiUrl: string;
  url: string;
  /** A person's hands and eyes. */
  as(person: string): PersonDriver;
  state: State;
  traffic: Traffic;
  faults: Faults;
  /** Throws when `look` found nothing within `ms` milliseconds. */
  waitFor: Changes['waitFor'];
  /** Calls the listener after each change; returns how to stop. */
  onChange: Changes['listen'];
  setAppUrl(url: string | undefined): void;
  /** Sends url_verification; whether the app answered with the challenge. */
  verifyUrl(): Promise<boolean>;
  /** Sends an event the manifest subscribes to; false when it does not, or the app did not acknowledge. */
  sendEvent(event: JsonObject): Promise<boolean>;
  connections(): number;
  refreshSocket(): void;
  dropSocket(): void;
  /** The language of a person's client, BCP 47. */
  setLocale(person: string, locale: string): void;
  revokeToken(): void;
  restoreToken(): void;
  archive(channel: string): void;
  inviteBot(channel: string): void;
  removeBot(channel: string): void;
  close(): Promise<void>;
};
