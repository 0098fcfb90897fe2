import type { HomeView } from '@slack/types';
import type { Message } from './message.ts';

/** What Daybook does in Slack by itself, without a person waiting for it. */
export interface Delivery {
  /** Posts a message and returns where it is now. Throws a DeliveryError. */
  post(workspaceId: string, message: OutgoingMessage): Promise<PostedMessage>;
  /** Replaces a message in place. Throws a DeliveryError. */
  update(workspaceId: string, message: Message & { channelId: string; ts: string }): Promise<void>;
  /**
   * Brings a picture to Slack, shared nowhere yet, and returns the id by which a message shows it
   * (`{ type: 'image', slack_file: { id } }`). Throws a DeliveryError.
   */
  uploadPicture(workspaceId: string, picture: Picture): Promise<string>;
  /** Sends a person a file in their conversation with Daybook. Throws a DeliveryError. */
  sendFile(workspaceId: string, file: OutgoingFile): Promise<void>;
  /** Whether a file of ours was sent: for one whose sending is in doubt. Throws a DeliveryError. */
  wasSent(workspaceId: string, fileId: string): Promise<boolean>;
  /** The bytes of a file that a person gave in a form, `most` of them at most. Throws a DeliveryError. */
  readFile(workspaceId: string, file: { fileId: string; most: number }): Promise<Uint8Array>;
  /** The `ts` of a message of ours with this key, posted at or after `since`; undefined when there is none. Throws a DeliveryError. */
  find(workspaceId: string, where: SearchPlace): Promise<string | undefined>;
  /** Shows a person their Home of Daybook, in place of what it was. Throws a DeliveryError. */
  publishHome(workspaceId: string, userId: string, view: HomeView): Promise<void>;
  /** Whether Slack still lets Daybook into a workspace. Throws a DeliveryError when it does not say. */
  isLetIn(workspaceId: string): Promise<boolean>;
  /** Who a person is in Slack. Throws a DeliveryError. */
  person(workspaceId: string, userId: string): Promise<Person>;
  /** Slack says that something about a person changed: what was believed of them is no more. */
  forgetPerson(workspaceId: string, userId: string): void;
  /** Who is in a channel, as of a minute ago at most. Throws a DeliveryError. */
  members(workspaceId: string, channelId: string): Promise<ReadonlySet<string>>;
}

export interface OutgoingMessage extends Message {
  /** A channel, or a person for a direct message. */
  channelId: string;
  threadTs?: string;
  /** Lets a message whose posting is in doubt be found again. */
  key?: string;
}

export interface Picture {
  /** The file's name, such as `turnover-2025-11-12.png`. */
  name: string;
  title: string;
  /** Says what the picture says, for people who cannot see it. */
  altText: string;
  png: Uint8Array;
}

export interface OutgoingFile {
  userId: string;
  /** The file's name with its ending. */
  name: string;
  title: string;
  bytes: Uint8Array;
  /** Said above it. */
  comment: string;
  /** Told of Slack's id of the file when the bytes are there and before the person sees it; what fails here, keeps it back. */
  onUploaded?(fileId: string): Promise<void>;
}

/** Where a message is: a direct message's channel, too, which is not the person's id. */
export interface PostedMessage {
  channelId: string;
  ts: string;
}

export interface SearchPlace {
  channelId: string;
  /** Look in this thread, else among the channel's messages. */
  threadTs?: string;
  key: string;
  /** Epoch milliseconds. */
  since: number;
}

export interface Person {
  name: string;
  /** Runs the Slack workspace. */
  isAdmin: boolean;
  /** A guest: belongs to some channels only. */
  isGuest: boolean;
  zone: string | null;
  /** The language of their Slack, BCP 47, such as `nl-NL`. */
  locale: string | null;
  /** Has left the workspace. */
  isDeleted: boolean;
}

/**
 * What became of a call to Slack that failed: `refused` for a reason that will not pass by itself, `not-done` and worth
 * trying again, or `unsure` whether it was done.
 */
export type DeliveryOutcome = 'refused' | 'not-done' | 'unsure';

export class DeliveryError extends Error {
  override readonly name = 'DeliveryError' as const;
  /** Slack's method that failed, such as `chat.postMessage`. */
  readonly method: string;
  readonly outcome: DeliveryOutcome;
  /** Slack's own code, such as `not_in_channel`. */
  readonly code: string;
  /** For how long Slack wants to hear no more of it, milliseconds; undefined where it does not say. */
  readonly retryAfter: number | undefined;

  constructor(
    method: string,
    outcome: DeliveryOutcome,
    code: string,
    options: ErrorOptions & { retryAfter?: number } = {},
  ) {
    super(`${method}: ${code}`, options);
    this.retryAfter = options.retryAfter;
    this.method = method;
    this.outcome = outcome;
    this.code = code;
  }
}
