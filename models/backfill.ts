import { type Connection, Schema } from 'mongoose';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

/** `stopped`: a person ended it; the days it read stay. */
export type BackfillState = 'running' | 'paused' | 'stopped' | 'done';

/** Older days that a manager asked for: read newest first, a slice at a time, final at once. */
export interface Backfill {
  _id: string;
  workspaceId: string;
  linkId: string;
  /** The oldest day, included. */
  from: string;
  /** The newest day, included. */
  to: string;
  /** The newest day not read yet; earlier than `from` when all are. */
  next: string;
  state: BackfillState;
  /** When the next slice is read. */
  dueAt: Date;
  lease: Lease;
  tries: number;
  /** The name of the last error; null after success. */
  failure: string | null;
  askedBy: string;
  askedAt: Date;
  /** The message that shows how far it is. */
  progress: { channelId: string; ts: string } | null;
  /** It ended, and that message does not say so yet: until when that is tried. Null once it does. */
  showUntil?: Date | null;
}

/** How long the end of a backfill is tried to be shown. */
export const showEndFor = 24 * 3_600_000;

const schema = new Schema<Backfill>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    next: { type: String, required: true },
    state: { type: String, enum: ['running', 'paused', 'stopped', 'done'], required: true },
    dueAt: { type: Date, required: true },
    lease: leaseFields,
    tries: { type: Number, required: true, default: 0 },
    failure: { type: String, default: null },
    askedBy: { type: String, required: true },
    askedAt: { type: Date, required: true },
    progress: {
      type: new Schema(
        { channelId: { type: String, required: true }, ts: { type: String, required: true } },
        { _id: false },
      ),
      default: null,
    },
    showUntil: { type: Date, default: null },
  },
  { collection: 'backfills', versionKey: false },
);
schema.index(
  { workspaceId: 1, linkId: 1 },
  {
    name: 'one_backfill_under_way_per_link',
    unique: true,
    partialFilterExpression: { state: { $in: ['running', 'paused'] } },
  },
);
schema.index({ workspaceId: 1, linkId: 1, state: 1 }, { name: 'backfills_of_a_link' });
schema.index({ dueAt: 1 }, { name: 'backfills_running', partialFilterExpression: { state: 'running' } });
schema.index(
  { showUntil: 1 },
  { name: 'backfills_to_show', partialFilterExpression: { showUntil: { $type: 'date' } } },
);
schema.plugin(wall);

export const backfillModel = (connection: Connection) => connection.model('Backfill', schema);
