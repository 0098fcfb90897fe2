import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** Which department a store's turnover belongs to, from a day on. */
export interface Mapping {
  workspaceId: string;
  linkId: string;
  storeId: string;
  /** The first trading day (YYYY-MM-DD) it counts for. */
  from: string;
  /** Null: the store is ignored, in no total. */
  departmentId: string | null;
  mappedBy: string;
  mappedAt: Date;
}

const schema = new Schema<Mapping>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    from: { type: String, required: true },
    departmentId: { type: String, default: null },
    mappedBy: { type: String, required: true },
    mappedAt: { type: Date, required: true },
  },
  { collection: 'mappings', versionKey: false },
);
schema.index(
  { workspaceId: 1, linkId: 1, storeId: 1, from: 1 },
  { name: 'one_mapping_per_day', unique: true },
);
schema.plugin(wall);

export const mappingModel = (connection: Connection) => connection.model('Mapping', schema);
