import { type Connection, Schema } from 'mongoose';
import type { Series } from './link.ts';
import { wall } from './wall.ts';

/** A page on which one person may enter a key, once, within a few minutes. */
export interface KeyPage {
  /** The SHA-256 of the token in its address: the token itself is nowhere kept. */
  _id: string;
  workspaceId: string;
  /** Who was given the address. */
  userId: string;
  /** What it is for: a key of this series, and where a link gets a new one, that link's. */
  series: Series;
  prefix: string | null;
  account: string | null;
  /** How many keys were tried. */
  tries: number;
  /** A key is being tried until then at most. */
  heldUntil: Date | null;
  expiresAt: Date;
}

const schema = new Schema<KeyPage>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    series: { type: String, enum: ['r', 'x'], required: true },
    prefix: { type: String, default: null },
    account: { type: String, default: null },
    tries: { type: Number, required: true },
    heldUntil: { type: Date, default: null },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'key_pages', versionKey: false },
);
schema.index({ expiresAt: 1 }, { name: 'key_pages_expire', expireAfterSeconds: 0 });
schema.plugin(wall);

export const keyPageModel = (connection: Connection) => connection.model('KeyPage', schema);
