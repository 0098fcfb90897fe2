import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A department's part of a store. */
export interface Share {
  departmentId: string;
  /** Hundredths of a per cent: the shares of a store add up to 10,000. */
  weight: number;
}

/** Which department a store's turnover belongs to, from a day on. */
export interface Mapping {
  workspaceId: string;
  linkId: string;
  storeId: string;
  /** The first trading day (YYYY-MM-DD) it counts for. */
  from: string;
  /**
   * One for the whole store, or several that share it; none: the store is ignored, in no total. After a merge a department
   * may have several parts (src/turnover/split.ts combines them).
   */
  shares: Share[];
  mappedBy: string;
  mappedAt: Date;
  /** Counted up when a later mapping takes over, so that two people cannot change one store unseen of each other. */
  followed: number;
}

const schema = new Schema<Mapping>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    from: { type: String, required: true },
    shares: {
      type: [
        new Schema<Share>(
          {
            departmentId: { type: String, required: true },
            weight: { type: Number, required: true, min: 1, max: 10_000, validate: Number.isInteger },
          },
          { _id: false },
        ),
      ],
      required: true,
    },
    mappedBy: { type: String, required: true },
    mappedAt: { type: Date, required: true },
    followed: { type: Number, default: 0 },
  },
  { collection: 'mappings', versionKey: false },
);
schema.index(
  { workspaceId: 1, linkId: 1, storeId: 1, from: 1 },
  { name: 'one_mapping_per_day', unique: true },
);
schema.plugin(wall);

export const mappingModel = (connection: Connection) => connection.model('Mapping', schema);
