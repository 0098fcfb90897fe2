import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** Where one person was told of new stores. */
export interface NoticePlace {
  userId: string;
  channelId: string;
  ts: string;
}

/** New stores that managers were told of in one message each; the messages follow what becomes of the stores. */
export interface StoreNotice {
  _id: string;
  workspaceId: string;
  linkId: string;
  storeIds: string[];
  places: NoticePlace[];
  /** Some of the stores were in no department when the messages were last edited. */
  isOpen: boolean;
  at: Date;
}

/** A message this old is not edited any more, seconds. */
const kept = 90 * 86_400;

const schema = new Schema<StoreNotice>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeIds: { type: [String], required: true },
    places: {
      type: [
        new Schema<NoticePlace>(
          {
            userId: { type: String, required: true },
            channelId: { type: String, required: true },
            ts: { type: String, required: true },
          },
          { _id: false },
        ),
      ],
      required: true,
      default: [],
    },
    isOpen: { type: Boolean, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'store_notices', versionKey: false },
);
schema.index({ workspaceId: 1, linkId: 1, isOpen: 1 }, { name: 'store_notices_of_a_link' });
schema.index({ at: 1 }, { name: 'store_notices_expire', expireAfterSeconds: kept });
schema.plugin(wall);

export const storeNoticeModel = (connection: Connection) => connection.model('StoreNotice', schema);
