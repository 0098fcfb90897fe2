import { type Connection, Schema } from 'mongoose';
import { type Access, accessSchema } from './access.ts';

export type Vat = 'incl' | 'excl';

/** One Slack team. */
export interface Workspace {
  /** Slack's team id. */
  _id: string;
  name: string;
  /** In which language channels are told; a person reads that of their own Slack. */
  language: 'en' | 'nl';
  /** Whether someone chose the language; until then it is that of the first person who links. */
  languageChosen: boolean;
  /** Where the team is: the zone of channels that chose none. */
  zone: string;
  /** Whether turnover is told including or excluding VAT. */
  vat: Vat;
  /** Whose public holidays are days on which a store may be closed: ISO 3166 alpha-2, or `none`; where nobody said, that of the zone. */
  holidays?: string | null;
  /** People named as managers beside Slack's admins and owners. */
  managers: string[];
  /** Who may see turnover; what is absent is as usual (src/security/access-rules.ts). */
  access?: Partial<Access>;
  /** When the first manager was told how to begin; null: nobody yet. */
  welcomed?: Date | null;
  createdAt: Date;
  /** Since when Slack no longer lets Daybook in; null while it does. Jobs leave the workspace alone, and after a grace it is deleted. */
  uninstalledAt?: Date | null;
  /** Since when everything in it is being deleted; null: it is not. */
  deletingSince?: Date | null;
}

const schema = new Schema<Workspace>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    language: { type: String, enum: ['en', 'nl'], required: true },
    languageChosen: { type: Boolean, default: false },
    zone: { type: String, required: true },
    vat: { type: String, enum: ['incl', 'excl'], required: true },
    holidays: { type: String, default: null },
    managers: { type: [String], required: true },
    access: accessSchema,
    welcomed: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    uninstalledAt: { type: Date, default: null },
    deletingSince: { type: Date, default: null },
  },
  { collection: 'workspaces', versionKey: false },
);

schema.index(
  { uninstalledAt: 1 },
  { name: 'workspaces_away', partialFilterExpression: { uninstalledAt: { $type: 'date' } } },
);

export const workspaceModel = (connection: Connection) => connection.model('Workspace', schema);
