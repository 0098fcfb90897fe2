import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What a person has chosen for one store so far: a department, `new`, `split`, `ignore`, or nothing. */
export interface DraftChoice {
  storeId: string;
  choice: string | null;
  /** The name typed for a new department, or the shares of several. */
  newName: string | null;
}

/** A mapping modal in progress: choices on pages that are not shown are kept here. */
export interface MappingDraft {
  _id: string;
  workspaceId: string;
  userId: string;
  linkId: string;
  page: number;
  choices: DraftChoice[];
  /** From which day a change counts; null: today. */
  from: string | null;
  touchedAt: Date;
}

const schema = new Schema<MappingDraft>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    linkId: { type: String, required: true },
    page: { type: Number, required: true },
    choices: {
      type: [
        new Schema<DraftChoice>(
          {
            storeId: { type: String, required: true },
            choice: { type: String, default: null },
            newName: { type: String, default: null },
          },
          { _id: false },
        ),
      ],
      required: true,
    },
    from: { type: String, default: null },
    touchedAt: { type: Date, required: true },
  },
  { collection: 'mapping_drafts', versionKey: false },
);
schema.index({ touchedAt: 1 }, { name: 'drafts_expire', expireAfterSeconds: 86_400 });
schema.plugin(wall);

export const mappingDraftModel = (connection: Connection) => connection.model('MappingDraft', schema);
