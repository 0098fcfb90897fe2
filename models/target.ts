import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';
import type { Vat } from './workspace.ts';

/** What a department is to turn over on each weekday, from a day on and until the next such word. */
export interface Target {
  workspaceId: string;
  departmentId: string;
  /** The first day (YYYY-MM-DD) it counts for. */
  from: string;
  /** Minor units, Monday first; null: nothing is expected of that weekday. */
  week: (number | null)[];
  /** ISO 4217. */
  currency: string;
  /** How turnover was told when it was set: it is held against nothing else. */
  vat: Vat;
  by: string;
  at: Date;
}

const isWeek = (week: readonly (number | null)[]) =>
  week.length === 7 &&
  week.every((amount) => amount === null || (Number.isSafeInteger(amount) && amount > 0));

const schema = new Schema<Target>(
  {
    workspaceId: { type: String, required: true },
    departmentId: { type: String, required: true },
    from: { type: String, required: true, match: /^\d{4}-\d{2}-\d{2}$/ },
    week: { type: [Number], required: true, validate: isWeek },
    currency: { type: String, required: true },
    vat: { type: String, enum: ['incl', 'excl'], required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'targets', versionKey: false },
);
schema.index(
  { workspaceId: 1, departmentId: 1, from: 1 },
  { name: 'one_target_per_department_and_start', unique: true },
);
schema.plugin(wall);

export const targetModel = (connection: Connection) => connection.model('Target', schema);
