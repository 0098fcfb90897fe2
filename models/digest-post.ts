import { type Connection, Schema } from 'mongoose';
import { type DigestLook, lookFields } from './channel.ts';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

/** `undeliverable`: Slack refused it for a reason that does not pass, and a manager was told. */
export type DigestPostState = 'waiting' | 'posted' | 'undeliverable';

/** One day's digest in one channel: at most one message. */
export interface DigestPost {
  workspaceId: string;
  channelId: string;
  /** The day told about. */
  day: string;
  state: DigestPostState;
  /** When it was to be told. */
  dueAt: Date;
  /** When it is looked at next. */
  nextAt: Date;
  lease: Lease;
  /** Slack's id of the message. */
  ts: string | null;
  /** What the message says now, so that it is edited only when that changes. */
  content: string | null;
  /** What it shows: that of its channel when it was last told. */
  look: DigestLook | null;
  /** Slack's id of the reply with the details, and what that says now. */
  detailsTs: string | null;
  detailsContent: string | null;
  /** Figures of the day were written since: see whether the message still says what is so. */
  toCheck: boolean;
  /** How often that happened: tells whether it did while the message was being made. */
  marks: number;
  /** Changes of figures up to this instant are told. */
  toldAt: Date | null;
  /** What is being posted without a known outcome: the key of the digest, of its details, or of a correction in its thread. */
  inDoubt: string | null;
  /** Slack's code when it refused. */
  failure: string | null;
  postedAt: Date | null;
}

const schema = new Schema<DigestPost>(
  {
    workspaceId: { type: String, required: true },
    channelId: { type: String, required: true },
    day: { type: String, required: true },
    state: { type: String, enum: ['waiting', 'posted', 'undeliverable'], required: true },
    dueAt: { type: Date, required: true },
    nextAt: { type: Date, required: true },
    lease: leaseFields,
    ts: { type: String, default: null },
    content: { type: String, default: null },
    look: { type: new Schema<DigestLook>(lookFields, { _id: false }), default: null },
    detailsTs: { type: String, default: null },
    detailsContent: { type: String, default: null },
    toCheck: { type: Boolean, required: true, default: false },
    marks: { type: Number, required: true, default: 0 },
    toldAt: { type: Date, default: null },
    inDoubt: { type: String, default: null },
    failure: { type: String, default: null },
    postedAt: { type: Date, default: null },
  },
  { collection: 'digest_posts', versionKey: false },
);
schema.index(
  { workspaceId: 1, channelId: 1, day: 1 },
  { name: 'one_digest_per_channel_and_day', unique: true },
);
// Of all digests ever posted only those that are to be looked at: it is asked every few minutes.
schema.index(
  { state: 1, nextAt: 1 },
  { name: 'digests_to_post', partialFilterExpression: { state: 'waiting' } },
);
schema.index(
  { toCheck: 1, nextAt: 1 },
  { name: 'digests_to_check', partialFilterExpression: { toCheck: true } },
);
schema.index({ workspaceId: 1, channelId: 1, ts: 1 }, { name: 'digest_above_a_thread' });
schema.plugin(wall);

export const digestPostModel = (connection: Connection) => connection.model('DigestPost', schema);
