import type { JsonObject } from '../json.ts';

/** The three kinds of payload, named as Socket Mode names them. */
export type Parcel = {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  /** what it is called in the log: '/turnover', 'view_submission' */
  name: string;
  body: JsonObject;
  /** the request URL of the manifest, of which the path is used */
  url: string | undefined;
  retry?: { num: number; reason: string };
};

/** What the app answered within the time it has, or what the person gets to see instead. */
export type Ack =
  | { ok: true; payload: unknown }
  | { ok: false; error: 'operation_timeout' | 'dispatch_failed'; detail: string };

export type Deliver = (parcel: Parcel) => Promise<Ack>;
