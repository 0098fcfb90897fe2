import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** A person who gets a file with the figures of every month. */
export interface MonthlyOrder {
  workspaceId: string;
  /** Slack's user id. */
  userId: string;
  format: 'csv' | 'xlsx';
  orderedBy: string;
  /** No file that was due before this instant is made up for. */
  orderedAt: Date;
}

const schema = new Schema<MonthlyOrder>(
  {
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    format: { type: String, enum: ['csv', 'xlsx'], required: true },
    orderedBy: { type: String, required: true },
    orderedAt: { type: Date, required: true },
  },
  { collection: 'monthly_orders', versionKey: false },
);
schema.index({ workspaceId: 1, userId: 1 }, { name: 'one_monthly_order_per_person', unique: true });
schema.plugin(wall);

export const monthlyOrderModel = (connection: Connection) => connection.model('MonthlyOrder', schema);
