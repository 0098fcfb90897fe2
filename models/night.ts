import { type Connection, Schema } from 'mongoose';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

/** `waiting` for its time or its next try; `superseded` by a later night, which makes up for it. */
export type NightState = 'waiting' | 'done' | 'superseded';

/** One run of the import for one link and one zone. */
export interface Night {
  workspaceId: string;
  linkId: string;
  zone: string;
  /** The night of this date reads the two days before it. */
  date: string;
  state: NightState;
  /** When it is tried next. */
  dueAt: Date;
  /** How many nights of its workspace were opened before it in the same go: those of all workspaces take turns. */
  turn: number;
  lease: Lease;
  /** How often it was begun. */
  tries: number;
  /** The name of the last error; null after success. */
  failure: string | null;
  doneAt: Date | null;
}

const schema = new Schema<Night>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    zone: { type: String, required: true },
    date: { type: String, required: true },
    state: { type: String, enum: ['waiting', 'done', 'superseded'], required: true },
    dueAt: { type: Date, required: true },
    turn: { type: Number, required: true, default: 0 },
    lease: leaseFields,
    tries: { type: Number, required: true, default: 0 },
    failure: { type: String, default: null },
    doneAt: { type: Date, default: null },
  },
  { collection: 'nights', versionKey: false },
);
// The date first: the latest night of a link is asked for in whichever zone.
schema.index(
  { workspaceId: 1, linkId: 1, date: 1, zone: 1 },
  { name: 'one_night_per_date_and_zone', unique: true },
);
schema.index(
  { turn: 1, dueAt: 1 },
  { name: 'nights_waiting_in_turn', partialFilterExpression: { state: 'waiting' } },
);
schema.index(
  { workspaceId: 1, linkId: 1 },
  { name: 'nights_waiting_of_a_link', partialFilterExpression: { state: 'waiting' } },
);
schema.plugin(wall);

export const nightModel = (connection: Connection) => connection.model('Night', schema);
