import type { JsonObject } from '../slack/json.ts';
import type { Channel, Values } from '../slack/world/types.ts';

/** What the page is told after each change: the workspace as one person sees it, and the bar around it. */
export type Snapshot = {
  /** Milliseconds of the simulated clock. */
  now: number;
  /** The zone in which the bar tells the time. */
  zone: string;
  team: string;
  /** Read only: people cannot write in its messages tab. */
  app: { name: string; botUser: string; isInstalled: boolean; isReadOnly: boolean };
  /** In which language the app tells channels. */
  channelLanguage: string;
  me: PagePerson;
  people: PagePerson[];
  channels: Pick<Channel, 'id' | 'name' | 'kind' | 'isArchived' | 'hasBot'>[];
  messages: PageMessage[];
  /** The top modal and how many lie below it. */
  modal: (PageView & { below: number }) | null;
  home: PageView | null;
  /** Lines Slack itself would show to this person, oldest first. */
  notices: PageNotice[];
  commands: PageCommand[];
  till: PageTill;
  isSlackSlow: boolean;
  /** What is going on and keeps the bar from taking more; null when nothing is. */
  busy: string | null;
  /** How many exchanges were logged: the raw traffic itself is asked for. */
  exchanges: number;
};

export type PagePerson = { id: string; name: string; role: 'manager' | 'member' | 'guest'; locale: string };

export type PageMessage = {
  channel: string;
  ts: string;
  user: string;
  fromApp: boolean;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  values: Values;
  isEphemeral: boolean;
  isEdited: boolean;
  threadTs: string | null;
  files: PageFile[];
};

export type PageFile = { id: string; name: string; title: string; altText: string; size: number };

export type PageView = {
  id: string;
  title: string;
  submit: string | null;
  close: string | null;
  blocks: JsonObject[];
  values: Values;
  errors: Record<string, string>;
};

export type PageNotice = { text: string; at: number; channel: string | null; view: string | null };

export type PageCommand = { command: string; hint: string; description: string };

export type PageTill = {
  account: string;
  currency: string;
  /** The key that opens the account now; null when none does. */
  key: string | null;
  stores: { id: string; name: string }[];
  isDown: boolean;
};

/** One exchange for the raw traffic view. */
export type PageExchange = {
  /** Milliseconds of the simulated clock. */
  at: number;
  /** With whom. */
  end: 'workspace' | 'lightspeed';
  way: string;
  name: string;
  verdict: string;
  request: unknown;
  response: unknown;
};
