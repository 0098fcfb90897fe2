import type { Message } from './message.ts';

/** What Daybook does in Slack by itself, without a person waiting for it. */
export interface Delivery {
  /** Posts a message and returns where it is now. Throws a DeliveryError. */
  post(workspaceId: string, message: OutgoingMessage): Promise<PostedMessage>;
  /** Replaces a message in place. Throws a DeliveryError. */
  update(workspaceId: string, message: Message & { channelId: string; ts: string }): Promise<void>;
  /** The `ts` of a message of ours with this key, posted at or after `since`; undefined when there is none. Throws a DeliveryError. */
  find(workspaceId: string, where: SearchPlace): Promise<string | undefined>;
  /** Who a person is in Slack. Throws a DeliveryError. */
  person(workspaceId: string, userId: string): Promise<Person>;
}

export interface OutgoingMessage extends Message {
  /** A channel, or a person for a direct message. */
  channelId: string;
  threadTs?: string;
  /** Lets a message whose posting is in doubt be found again. */
  key?: string;
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
  readonly outcome: DeliveryOutcome;
  /** Slack's own code, such as `not_in_channel`. */
  readonly code: string;

  constructor(method: string, outcome: DeliveryOutcome, code: string, options?: ErrorOptions) {
    super(`${method}: ${code}`, options);
    this.outcome = outcome;
    this.code = code;
  }
}
