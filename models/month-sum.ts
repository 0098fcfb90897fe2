import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/**
 * What a store's figures of a calendar month add up to in one currency, so that a year is read without its days. Whatever writes
 * a figure changes it in the same transaction (src/turnover/month-sums.ts).
 */
export interface MonthSum {
  workspaceId: string;
  /** YYYY-MM. */
  month: string;
  linkId: string;
  storeId: string;
  currency: string;
  /** Minor units; not a number where it is beyond what one holds exactly. */
  gross: unknown;
  tax: unknown;
  sales: unknown;
  /** Of so many days there is a figure. */
  days: number;
}

const sum = { type: Schema.Types.Mixed, required: true } as const;

const schema = new Schema<MonthSum>(
  {
    workspaceId: { type: String, required: true },
    month: { type: String, required: true, match: /^\d{4}-\d{2}$/ },
    linkId: { type: String, required: true },
    storeId: { type: String, required: true },
    currency: { type: String, required: true },
    gross: sum,
    tax: sum,
    sales: sum,
    days: { type: Number, required: true },
  },
  { collection: 'month_sums', versionKey: false },
);
schema.index(
  { workspaceId: 1, month: 1, linkId: 1, storeId: 1, currency: 1 },
  { name: 'one_sum_per_store_and_month', unique: true },
);
schema.plugin(wall);

export const monthSumModel = (connection: Connection) => connection.model('MonthSum', schema);
