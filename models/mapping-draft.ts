import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What a person has chosen for one store so far: a department, `new`, `split`, `ignore`, or nothing. */
export interface DraftChoice {
  storeId: string;
  name: string;
  choice: string | null;
  /** The name typed for a new department, or the shares of several. */
  newName: string | null;
  /** What was pre-selected because the names match; null where nothing was. */
  suggested: string | null;
  /** How the store was mapped when the person last looked. */
  was: DraftBase;
}

/** How a store is mapped, as the form says it. */
export interface DraftBase {
  choice: string | null;
  newName: string | null;
  /** The mapping itself, to be held against another one; null: not mapped at all. */
  key: string | null;
}

/** A mapping form in progress: what is chosen stays here until it is saved or dropped, also when the form is closed. */
export interface MappingDraft {
  _id: string;
  workspaceId: string;
  userId: string;
  linkId: string;
  page: number;
  /** Which stores are shown: those whose name has this in it; empty: all. */
  query: string;
  /** Only stores that were in no department. */
  onlyUnmapped: boolean;
  choices: DraftChoice[];
  /** From which day a change counts; null: today. */
  from: string | null;
  /** Counted up when the form must show other choices than a person's client holds: Slack keeps those of the same blocks. */
  round: number;
  /** When the person last chose something; null: nothing yet. */
  changedAt: Date | null;
  /** When it is thrown away; null: it holds choices, so never by itself. */
  keptUntil: Date | null;
}

const text = { type: String, default: null };

const schema = new Schema<MappingDraft>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    linkId: { type: String, required: true },
    page: { type: Number, required: true },
    query: { type: String, default: '' },
    onlyUnmapped: { type: Boolean, default: false },
    choices: {
      type: [
        new Schema<DraftChoice>(
          {
            storeId: { type: String, required: true },
            name: { type: String, default: '' },
            choice: text,
            newName: text,
            suggested: text,
            was: new Schema<DraftBase>({ choice: text, newName: text, key: text }, { _id: false }),
          },
          { _id: false },
        ),
      ],
      required: true,
    },
    from: text,
    round: { type: Number, default: 0 },
    changedAt: { type: Date, default: null },
    keptUntil: { type: Date, default: null },
  },
  { collection: 'mapping_drafts', versionKey: false },
);
schema.index({ workspaceId: 1, userId: 1, linkId: 1 }, { name: 'one_draft_per_person', unique: true });
schema.index({ keptUntil: 1 }, { name: 'drafts_end', expireAfterSeconds: 0 });
schema.plugin(wall);

export const mappingDraftModel = (connection: Connection) => connection.model('MappingDraft', schema);
