import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A Slack channel that gets the morning digest. */
export interface Channel {
  workspaceId: string;
  channelId: string;
  /** The local hour (0-23) of the digest. */
  hour: number;
  /** IANA zone of that hour. */
  zone: string;
  chosenBy: string;
  /** No digest that was due before this instant is made up for. */
  chosenAt: Date;
}

const schema = new Schema<Channel>(
  {
    workspaceId: { type: String, required: true },
    channelId: { type: String, required: true },
    hour: { type: Number, required: true, min: 0, max: 23 },
    zone: { type: String, required: true },
    chosenBy: { type: String, required: true },
    chosenAt: { type: Date, required: true },
  },
  { collection: 'channels', versionKey: false },
);
schema.index({ workspaceId: 1, channelId: 1 }, { name: 'one_digest_per_channel', unique: true });
schema.plugin(wall);

export const channelModel = (connection: Connection) => connection.model('Channel', schema);
