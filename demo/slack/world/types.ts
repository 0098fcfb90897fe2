import type { JsonObject } from '../json.ts';

/** The parts of manifest.json that decide what the workspace lets the app do. */
export type Manifest = {
  display_information: { name: string };
  features: {
    app_home?: {
      home_tab_enabled?: boolean;
      messages_tab_enabled?: boolean;
      messages_tab_read_only_enabled?: boolean;
    };
    bot_user?: { display_name: string };
    slash_commands?: { command: string; url?: string; description?: string; usage_hint?: string }[];
  };
  oauth_config: { redirect_urls?: string[]; scopes: { bot?: string[] } };
  settings: {
    event_subscriptions?: { request_url?: string; bot_events?: string[] };
    org_deploy_enabled?: boolean;
    token_rotation_enabled?: boolean;
    interactivity?: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string };
  };
};

export type Person = {
  id: string;
  name: string;
  /** IANA zone */
  tz: string;
  /** BCP 47, e.g. nl-NL */
  locale: string;
  is_admin: boolean;
  is_owner: boolean;
  /** runs the whole organisation, where there is one */
  isOrgAdmin?: boolean;
  /** a guest */
  is_restricted: boolean;
  deleted: boolean;
};

export type Channel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  /** people in it; of a DM: the one person */
  members: string[];
  /** whether the app is in it */
  hasBot: boolean;
  isArchived: boolean;
};

export type Message = {
  channel: string;
  ts: string;
  /** the app's bot user or a person */
  user: string;
  fromApp: boolean;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  /** only this person sees it */
  ephemeralTo: string | undefined;
  threadTs: string | undefined;
  metadata: JsonObject | undefined;
  files: string[];
  edited: string | undefined;
  /** state.values of the interactive elements in the message */
  values: Values;
};

/** state.values: block_id -> action_id -> what is filled in. */
export type Values = Record<string, Record<string, JsonObject>>;

export type View = {
  id: string;
  type: 'modal' | 'home';
  /** whose screen it is on */
  person: string;
  /** as the app sent it, with block and action ids filled in */
  content: JsonObject;
  values: Values;
  hash: string;
  rootId: string;
  previousId: string | undefined;
  externalId: string | undefined;
  /** what a view_submission answered, by block_id */
  errors: Record<string, string>;
};

export type Trigger = {
  id: string;
  person: string;
  /** the modal it came from, which views.push puts a view on */
  view: string | undefined;
  /** where the person was, for default_to_current_conversation */
  channel: string | undefined;
  /** milliseconds of the real clock */
  bornAt: number;
  used: boolean;
};

export type ResponseUrl = {
  id: string;
  person: string;
  channel: string;
  /** the message that replace_original and delete_original mean */
  original: string | undefined;
  /** milliseconds of the workspace's clock */
  bornAt: number;
  uses: number;
};

export type UploadedFile = {
  id: string;
  name: string;
  title: string;
  altText: string;
  /** bytes */
  size: number;
  content: string | undefined;
  /** who uploaded it */
  user: string;
  /** its upload was begun and not completed */
  isPending: boolean;
  shared: boolean;
};

/** A line Slack itself shows to a person: a command that timed out, an answer it could not use. */
type ShownLine = {
  person: string;
  channel: string | undefined;
  view: string | undefined;
  error: string;
  text: string;
  /** milliseconds of the workspace's clock */
  at: number;
};

/** A token the app got when it was let in. */
export type Token = {
  kind: 'access' | 'refresh';
  /** milliseconds of the workspace's clock; undefined: never */
  endsAt: number | undefined;
  isRevoked: boolean;
};

type OAuthCode = {
  person: string;
  used: boolean;
  /** milliseconds of the workspace's clock */
  at?: number;
  /** the redirect_uri it was asked for with */
  redirect?: string | undefined;
  /** for the whole organisation */
  isOrgWide?: boolean;
};

/** Everything there is in the workspace, as plain data: it can be stored, shown and given back. */
export type State = {
  team: { id: string; name: string; domain: string };
  /** the organisation that the team is one of */
  enterprise?: { id: string; name: string };
  app: { id: string; name: string; botId: string; botUser: string };
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  messages: Message[];
  views: Record<string, View>;
  /** ids of a person's open modals, the top one last */
  stacks: Record<string, string[]>;
  /** id of the Home view published for a person */
  homes: Record<string, string>;
  files: Record<string, UploadedFile>;
  triggers: Record<string, Trigger>;
  responseUrls: Record<string, ResponseUrl>;
  oauthCodes: Record<string, OAuthCode>;
  tokens: Record<string, Token>;
  /** the app was let in by the organisation */
  isOrgInstall?: boolean;
  shown: ShownLine[];
  /** method names that Slack may know and the stand-in does not: a test fails when there is one */
  unknownMethods: string[];
  /** what Slack lets pass and people suffer from */
  warnings: string[];
  isTokenRevoked: boolean;
  /** the app was taken out of the workspace */
  isUninstalled: boolean;
  /** grows with each id and ts, so that they are the same in every run */
  sequence: number;
};
