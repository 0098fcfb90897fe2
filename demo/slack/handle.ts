import type { PersonDriver } from './driver/person.ts';
import type { Faults } from './faults.ts';
import type { JsonObject } from './json.ts';
import type { SlackOptions } from './start.ts';
import type { Traffic } from './traffic.ts';
import type { Changes } from './world/changes.ts';
import type { PersonInput, TeamInput } from './world/seed.ts';
import type { State } from './world/types.ts';

/** One workspace of a running stand-in. */
export type WorkspaceHandle = {
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
  /** When every event that is on its way has been answered. */
  eventsSettled(): Promise<void>;
  /** Somebody new in the workspace and its public channels; the app is told (team_join). */
  join(person: PersonInput): void;
  /** Takes the app out: it is told (app_uninstalled, tokens_revoked), and its token is worth nothing. */
  uninstall(): void;
  /** Lets the app in again, with the token it had. */
  install(): void;
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

/** A running stand-in, seen from its first workspace. */
export type Handle = WorkspaceHandle & {
  /** Another workspace at the same address, which has not let the app in yet. */
  addWorkspace(
    options: Pick<SlackOptions, 'people' | 'channels' | 'botToken'> & {
      team: TeamInput;
    } & Partial<SlackOptions>,
  ): WorkspaceHandle;
};
