import { type Connection, Schema } from 'mongoose';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

/**
 * That a workspace, or a whole organisation, let Daybook in from the browser, and the token it got. Where one workspace's bot
 * token is a setting there is none. It goes when Daybook is taken out: a token of then is worth nothing.
 */
export interface Installation {
  /** The enterprise's id for one of a whole organisation, else the team's. */
  workspaceId: string;
  /** Null outside an organisation. */
  enterpriseId: string | null;
  /** Null for one of a whole organisation. */
  teamId: string | null;
  /** Of a whole organisation: the teams that were let in. */
  teamIds: string[];
  /** Slack's user id. */
  installedBy: string;
  installedAt: Date;
  scopes: string[];
  botId: string;
  botUserId: string;
  /** The bot's tokens as JSON, encrypted for this workspace. */
  tokens: string;
  /** When the access token ends; null: never, where tokens are not rotated. */
  expiresAt: Date | null;
  /** Since when Slack no longer renews the token: Daybook has to be installed anew; null while all is well. */
  refusedAt: Date | null;
  /** Held by the one process that renews the tokens. */
  renewal: Lease;
}

const schema = new Schema<Installation>(
  {
    workspaceId: { type: String, required: true },
    enterpriseId: { type: String, default: null },
    teamId: { type: String, default: null },
    teamIds: { type: [String], required: true, default: [] },
    installedBy: { type: String, required: true },
    installedAt: { type: Date, required: true },
    scopes: { type: [String], required: true },
    botId: { type: String, required: true },
    botUserId: { type: String, required: true },
    tokens: { type: String, required: true },
    expiresAt: { type: Date, default: null },
    refusedAt: { type: Date, default: null },
    renewal: leaseFields,
  },
  { collection: 'installations', versionKey: false },
);
schema.index({ workspaceId: 1 }, { name: 'one_installation_per_workspace', unique: true });
schema.index({ enterpriseId: 1, teamId: 1 }, { name: 'one_installation_per_team', unique: true });
schema.index({ expiresAt: 1 }, { name: 'installations_by_end' });
schema.plugin(wall);

export const installationModel = (connection: Connection) => connection.model('Installation', schema);
