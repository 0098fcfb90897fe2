import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';
import type { Vat } from './workspace.ts';

/** What a department is to turn over on one day, whatever is expected of its weekday. */
export interface DayTarget {
  workspaceId: string;
  departmentId: string;
  day: string;
  /** Minor units; null: nothing is expected of that day. */
  amount: number | null;
  /** ISO 4217. */
  currency: string;
  vat: Vat;
  by: string;
  at: Date;
}

const schema = new Schema<DayTarget>(
  {
    workspaceId: { type: String, required: true },
    departmentId: { type: String, required: true },
    day: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    amount: { type: Number, default: null, min: 1 },
    currency: { type: String, required: true },
    vat: { type: String, enum: ['incl', 'excl'], required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'day_targets', versionKey: false },
);
schema.index(
  { workspaceId: 1, departmentId: 1, day: 1 },
  { name: 'one_target_per_department_and_day', unique: true },
);
schema.plugin(wall);

export const dayTargetModel = (connection: Connection) => connection.model('DayTarget', schema);
