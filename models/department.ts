import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What turnover is told by. */
export interface Department {
  _id: string;
  workspaceId: string;
  name: string;
  /** The name as it is compared: two departments may not differ by case or width of letters alone. */
  key: string;
  /** Where it stands in lists: lower first, by name where equal. All 0 until somebody orders them. */
  order: number;
  /** Since when it is chosen for no store any more; null: it is in use. Its figures stay. */
  archivedAt: Date | null;
  /** Counted up by each mapping that puts a store into it, so that it is not archived or merged away in that moment. */
  uses: number;
}

/** Sixty characters as people count them may be many more to a computer: a flag is four, a family eleven. */
const longestStored = 600;

const schema = new Schema<Department>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    name: { type: String, required: true, maxlength: longestStored },
    key: { type: String, required: true },
    order: { type: Number, default: 0 },
    archivedAt: { type: Date, default: null },
    uses: { type: Number, default: 0 },
  },
  { collection: 'departments', versionKey: false },
);
schema.index({ workspaceId: 1, key: 1 }, { name: 'one_department_per_name', unique: true });
schema.plugin(wall);

export const departmentModel = (connection: Connection) => connection.model('Department', schema);
