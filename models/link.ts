import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** `refused`: Lightspeed no longer takes the key. `unlinked`: a person ended it; its figures stay. */
export type LinkState = 'active' | 'refused' | 'unlinked';

/** A connected Lightspeed account, with its key. */
export interface Link {
  _id: string;
  workspaceId: string;
  series: 'r';
  accountId: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** The API key, encrypted for this workspace and link; null once unlinked. */
  key: string | null;
  /** The key's last four characters, to tell keys apart. */
  keyHint: string;
  state: LinkState;
  linkedBy: string;
  /** Nights that were due before this instant are not made up for. */
  linkedAt: Date;
  /** Since when reading fails because of Lightspeed; null while all is well. */
  troubleSince: Date | null;
}

const schema = new Schema<Link>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    series: { type: String, enum: ['r'], required: true },
    accountId: { type: String, required: true },
    name: { type: String, required: true },
    currency: { type: String, required: true, match: /^[A-Z]{3}$/ },
    key: { type: String, default: null },
    keyHint: { type: String, required: true },
    state: { type: String, enum: ['active', 'refused', 'unlinked'], required: true },
    linkedBy: { type: String, required: true },
    linkedAt: { type: Date, required: true },
    troubleSince: { type: Date, default: null },
  },
  { collection: 'links', versionKey: false },
);
schema.index({ workspaceId: 1, series: 1, accountId: 1 }, { name: 'one_link_per_account', unique: true });
schema.plugin(wall);

export const linkModel = (connection: Connection) => connection.model('Link', schema);
