import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What a channel is shown of a digest. */
export interface DigestLook {
  /** Which departments; null: all of them. */
  departments: string[] | null;
  /** `percent`: changes only, no amount of money anywhere. */
  amounts: 'money' | 'percent';
  picture: boolean;
}

export interface ChannelTrouble {
  /** Slack's code. */
  code: string;
  since: Date;
  /** A manager was told. */
  told: boolean;
}

/** A Slack channel that gets the morning digest. */
export interface Channel extends DigestLook {
  workspaceId: string;
  channelId: string;
  /** The local hour (0-23) of the digest. */
  hour: number;
  /** IANA zone of that hour. */
  zone: string;
  /** On which days (1 Monday to 7 Sunday) it is posted; it always tells the day before. */
  weekdays: number[];
  chosenBy: string;
  /** No digest that was due before this instant is made up for. */
  chosenAt: Date;
  /** While the channel takes no digest. */
  trouble: ChannelTrouble | null;
}

export const everyWeekday = [1, 2, 3, 4, 5, 6, 7];

/** The fields of a look, here and in a posted digest. */
export const lookFields = {
  departments: { type: [String], default: null },
  amounts: { type: String, enum: ['money', 'percent'], default: 'money' },
  picture: { type: Boolean, default: true },
} as const;

const schema = new Schema<Channel>(
  {
    workspaceId: { type: String, required: true },
    channelId: { type: String, required: true },
    hour: { type: Number, required: true, min: 0, max: 23 },
    zone: { type: String, required: true },
    chosenBy: { type: String, required: true },
    chosenAt: { type: Date, required: true },
    weekdays: { type: [{ type: Number, min: 1, max: 7 }], default: () => [...everyWeekday] },
    ...lookFields,
    trouble: {
      type: new Schema<ChannelTrouble>(
        {
          code: { type: String, required: true },
          since: { type: Date, required: true },
          told: { type: Boolean, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
  },
  { collection: 'channels', versionKey: false },
);
schema.index({ workspaceId: 1, channelId: 1 }, { name: 'one_digest_per_channel', unique: true });
schema.plugin(wall);

export const channelModel = (connection: Connection) => connection.model('Channel', schema);
