import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** An event that Slack told of, and tells of again where it is not sure that it was heard. */
export interface HeardEvent {
  workspaceId: string;
  /** Slack's id of the event, the same each time it is told. */
  eventId: string;
  /** How often somebody began with it; whoever raised it last is the one who does it. */
  turn: number;
  isDone: boolean;
  /** Slack has given up long before. */
  expiresAt: Date;
}

const schema = new Schema<HeardEvent>(
  {
    workspaceId: { type: String, required: true },
    eventId: { type: String, required: true },
    turn: { type: Number, required: true },
    isDone: { type: Boolean, required: true, default: false },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'heard_events', versionKey: false },
);
schema.index({ workspaceId: 1, eventId: 1 }, { name: 'each_event_once', unique: true });
schema.index({ expiresAt: 1 }, { name: 'heard_events_expire', expireAfterSeconds: 0 });
schema.plugin(wall);

export const heardEventModel = (connection: Connection) => connection.model('HeardEvent', schema);
