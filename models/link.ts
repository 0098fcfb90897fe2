import { type Connection, Schema } from 'mongoose';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

export type Series = 'r' | 'x';

/** R-Series: an API `key` or `oauth`; X-Series: a personal `token`. */
export type CredentialKind = 'key' | 'oauth' | 'token';

/**
 * `refused`: Lightspeed no longer takes the key, or the consent ended. `paused`: a person wants no nights for a while.
 * `unlinked`: a person ended it; its figures stay.
 */
export type LinkState = 'active' | 'refused' | 'paused' | 'unlinked';

/** A time in which nobody wanted the account read; null: it still lasts. */
export interface Gap {
  /** Included. */
  from: Date;
  /** Excluded. */
  to: Date | null;
}

/** Trouble that people were told of and that is over. */
export interface PastTrouble {
  since: Date;
  until: Date;
}

/** What people were told of a link, and when, so that nothing is told twice; null: not told since all was well. */
export interface Told {
  refused: Date | null;
  outage: Date | null;
  /** That the consent runs out unless it is used. */
  consentEnding: Date | null;
  /** That the person who linked has left Slack. */
  linkerGone: Date | null;
}

/** A connected Lightspeed account, with its key. */
export interface Link {
  _id: string;
  workspaceId: string;
  series: Series;
  credential: CredentialKind;
  /** X-Series: where its API is. */
  prefix: string | null;
  accountId: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** The key, the token, or both OAuth tokens as JSON; encrypted for this workspace and link; null once unlinked. */
  key: string | null;
  /** The key's last four characters, to tell keys apart; empty for OAuth. */
  keyHint: string;
  state: LinkState;
  linkedBy: string;
  /** When it was last looked whether that person is still in the workspace. */
  linkerSeenAt: Date | null;
  /** Nights that were due before this instant are not made up for. */
  linkedAt: Date;
  /** Oldest first. */
  gaps: Gap[];
  /** Since when reading fails because of Lightspeed; null while all is well. */
  troubleSince: Date | null;
  pastTrouble: PastTrouble | null;
  told: Told;
  /** OAuth: when the tokens were last renewed. */
  renewedAt: Date | null;
  /** Held by the one process that renews the tokens. */
  renewal: Lease;
}

const gap = new Schema<Gap>(
  { from: { type: Date, required: true }, to: { type: Date, default: null } },
  { _id: false },
);
const pastTrouble = new Schema<PastTrouble>(
  { since: { type: Date, required: true }, until: { type: Date, required: true } },
  { _id: false },
);
const once = { type: Date, default: null } as const;

const schema = new Schema<Link>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    series: { type: String, enum: ['r', 'x'], required: true },
    credential: { type: String, enum: ['key', 'oauth', 'token'], required: true, default: 'key' },
    prefix: { type: String, default: null },
    accountId: { type: String, required: true },
    name: { type: String, required: true },
    currency: { type: String, required: true, match: /^[A-Z]{3}$/ },
    key: { type: String, default: null },
    keyHint: { type: String, default: '' },
    state: { type: String, enum: ['active', 'refused', 'paused', 'unlinked'], required: true },
    linkedBy: { type: String, required: true },
    linkerSeenAt: { type: Date, default: null },
    linkedAt: { type: Date, required: true },
    gaps: { type: [gap], required: true, default: [] },
    troubleSince: { type: Date, default: null },
    pastTrouble: { type: pastTrouble, default: null },
    told: { refused: once, outage: once, consentEnding: once, linkerGone: once },
    renewedAt: { type: Date, default: null },
    renewal: leaseFields,
  },
  { collection: 'links', versionKey: false },
);
schema.index({ workspaceId: 1, series: 1, accountId: 1 }, { name: 'one_link_per_account', unique: true });
schema.plugin(wall);

export const linkModel = (connection: Connection) => connection.model('Link', schema);

/** What people were told of a link of which nothing is wrong. */
export const nothingTold: Told = { refused: null, outage: null, consentEnding: null, linkerGone: null };
