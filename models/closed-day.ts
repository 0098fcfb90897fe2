import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A single day on which a store is closed, or all are, as a manager said. */
export interface ClosedDay {
  _id: string;
  workspaceId: string;
  day: string;
  /** Null: every store. */
  linkId: string | null;
  storeId: string | null;
  by: string;
  at: Date;
}

const schema = new Schema<ClosedDay>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    day: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    linkId: { type: String, default: null },
    storeId: { type: String, default: null },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'closed_days', versionKey: false },
);
schema.index(
  { workspaceId: 1, day: 1, linkId: 1, storeId: 1 },
  { name: 'one_closing_per_store_and_day', unique: true },
);
schema.plugin(wall);

export const closedDayModel = (connection: Connection) => connection.model('ClosedDay', schema);
