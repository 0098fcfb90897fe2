import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A person who opened Home: Slack does not say for how long they look at it. */
export interface HomeLook {
  workspaceId: string;
  /** Slack's user id. */
  userId: string;
  /** When they last opened it, or pressed something in it. */
  at: Date;
  /** The SHA-256 of what they were last shown, so that the same is not published again; null before that. */
  shown: string | null;
}

const schema = new Schema<HomeLook>(
  {
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    at: { type: Date, required: true },
    shown: { type: String, default: null },
  },
  { collection: 'home_looks', versionKey: false },
);
schema.index({ workspaceId: 1, userId: 1 }, { name: 'one_home_per_person', unique: true });
schema.index({ workspaceId: 1, at: -1 }, { name: 'homes_looked_at_in_a_workspace' });
schema.index({ at: 1, workspaceId: 1 }, { name: 'workspaces_with_homes_looked_at' });
schema.plugin(wall);

export const homeLookModel = (connection: Connection) => connection.model('HomeLook', schema);
