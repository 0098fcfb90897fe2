import { type Connection, Schema } from 'mongoose';
import type { DayRuleChange } from '../src/turnover/trading-day.ts';
import { wall } from './wall.ts';

/** A shop of a link, as Lightspeed last described it. */
export interface Store {
  workspaceId: string;
  linkId: string;
  /** Lightspeed's own id. */
  storeId: string;
  name: string;
  /** IANA zone; null where Lightspeed gives none that exists: such a store cannot be read. */
  zone: string | null;
  /** The hour at which its trading day begins. */
  cutOff: number;
  /** What a person set instead, from some day on. */
  changes: DayRuleChange[];
  /** Closed, in Lightspeed's words or because it is no longer listed. */
  archived: boolean;
  /** Its own currency where that is not the account's: then it is not read, for its amounts would be told as the account's. */
  foreignCurrency: string | null;
  /** Since when Lightspeed no longer lists it; null while it does. */
  goneSince: Date | null;
  /** False: a night found it, and nobody was told yet. */
  announced: boolean;
  /** The first trading day (YYYY-MM-DD) of which a figure may be expected. */
  since: string;
  /** The weekdays (1 Monday to 7 Sunday) on which it is closed, in a person's words; none where nobody said. */
  closedWeekdays?: number[];
}

const cutOff = { type: Number, required: true, min: 0, max: 6 } as const;

const schema = new Schema<Store>(
  {
    workspaceId: { type: String, required: true },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    name: { type: String, required: true },
    zone: { type: String, default: null },
    cutOff,
    changes: {
      type: [
        new Schema<DayRuleChange>(
          { from: { type: String, required: true }, zone: { type: String, default: null }, cutOff },
          { _id: false },
        ),
      ],
      required: true,
    },
    archived: { type: Boolean, required: true },
    foreignCurrency: { type: String, default: null },
    goneSince: { type: Date, default: null },
    announced: { type: Boolean, required: true, default: true },
    since: { type: String, required: true },
    closedWeekdays: { type: [{ type: Number, min: 1, max: 7 }], default: [] },
  },
  { collection: 'stores', versionKey: false },
);
schema.index({ workspaceId: 1, linkId: 1, storeId: 1 }, { name: 'one_store_per_link', unique: true });
schema.plugin(wall);

export const storeModel = (connection: Connection) => connection.model('Store', schema);
