import { type Connection, Schema } from 'mongoose';

export type Vat = 'incl' | 'excl';

/** One Slack team. */
export interface Workspace {
  /** Slack's team id. */
  _id: string;
  name: string;
  language: 'en';
  /** Where the team is: the zone of channels that chose none. */
  zone: string;
  /** Whether turnover is told including or excluding VAT. */
  vat: Vat;
  /** People named as managers beside Slack's admins and owners. */
  managers: string[];
  createdAt: Date;
}

const schema = new Schema<Workspace>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    language: { type: String, enum: ['en'], required: true },
    zone: { type: String, required: true },
    vat: { type: String, enum: ['incl', 'excl'], required: true },
    managers: { type: [String], required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'workspaces', versionKey: false },
);

export const workspaceModel = (connection: Connection) => connection.model('Workspace', schema);
