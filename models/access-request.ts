import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** `manage`: to be a manager; `see`: to see turnover, or one department that is kept to others. */
export type Wish = 'manage' | 'see';

/** A manager who was asked, and where. */
export interface ToldManager {
  userId: string;
  channelId: string;
  ts: string;
}

/** What a person asked the managers for: at most one question a day for each thing. */
export interface AccessRequest {
  _id: string;
  workspaceId: string;
  userId: string;
  wish: Wish;
  /** The department they wish to see, and its name then; null: all that is not kept to others. */
  departmentId: string | null;
  departmentName: string | null;
  askedAt: Date;
  state: 'open' | 'allowed' | 'declined';
  /** The manager who answered first. */
  answeredBy: string | null;
  told: ToldManager[];
}

/** Nobody looks for the answer to an older question, seconds. */
const kept = 90 * 86_400;

const schema = new Schema<AccessRequest>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    wish: { type: String, enum: ['manage', 'see'], required: true },
    departmentId: { type: String, default: null },
    departmentName: { type: String, default: null },
    askedAt: { type: Date, required: true },
    state: { type: String, enum: ['open', 'allowed', 'declined'], required: true },
    answeredBy: { type: String, default: null },
    told: {
      type: [
        new Schema<ToldManager>(
          {
            userId: { type: String, required: true },
            channelId: { type: String, required: true },
            ts: { type: String, required: true },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
  },
  { collection: 'access_requests', versionKey: false },
);
schema.index(
  { workspaceId: 1, userId: 1, wish: 1, departmentId: 1 },
  { name: 'one_request_per_person_and_wish', unique: true },
);
schema.index({ askedAt: 1 }, { name: 'access_requests_expire', expireAfterSeconds: kept });
schema.plugin(wall);

export const accessRequestModel = (connection: Connection) => connection.model('AccessRequest', schema);
