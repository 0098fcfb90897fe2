import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What turnover is told by. */
export interface Department {
  _id: string;
  workspaceId: string;
  name: string;
  /** The name as it is compared: two departments may not differ by case or width of letters alone. */
  key: string;
}

const schema = new Schema<Department>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    name: { type: String, required: true, maxlength: 60 },
    key: { type: String, required: true },
  },
  { collection: 'departments', versionKey: false },
);
schema.index({ workspaceId: 1, key: 1 }, { name: 'one_department_per_name', unique: true });
schema.plugin(wall);

export const departmentModel = (connection: Connection) => connection.model('Department', schema);
