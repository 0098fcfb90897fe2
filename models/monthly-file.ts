import { type Connection, Schema } from 'mongoose';
import { type Lease, leaseFields } from './lease.ts';
import { wall } from './wall.ts';

/** `dropped`: nobody wants it any more, there is nothing to tell, or Slack refused it for good. */
export type MonthlyFileState = 'waiting' | 'sent' | 'dropped';

/** The file of one month for one person: sent at most once. */
export interface MonthlyFile {
  workspaceId: string;
  userId: string;
  /** `YYYY-MM`. */
  month: string;
  state: MonthlyFileState;
  dueAt: Date;
  /** When it is looked at next. */
  nextAt: Date;
  lease: Lease;
  /** Slack's id of the file once its bytes are there: whether it was sent may be asked by it. */
  fileId: string | null;
  /** Whoever ordered it was told that it cannot be sent. */
  told: boolean;
  /** Slack's code when it refused, or why it was dropped. */
  failure: string | null;
  sentAt: Date | null;
}

const schema = new Schema<MonthlyFile>(
  {
    workspaceId: { type: String, required: true },
    userId: { type: String, required: true },
    month: { type: String, required: true, match: /^\d{4}-\d{2}$/ },
    state: { type: String, enum: ['waiting', 'sent', 'dropped'], required: true },
    dueAt: { type: Date, required: true },
    nextAt: { type: Date, required: true },
    lease: leaseFields,
    fileId: { type: String, default: null },
    told: { type: Boolean, required: true, default: false },
    failure: { type: String, default: null },
    sentAt: { type: Date, default: null },
  },
  { collection: 'monthly_files', versionKey: false },
);
schema.index(
  { workspaceId: 1, userId: 1, month: 1 },
  { name: 'one_file_per_person_and_month', unique: true },
);
schema.index({ state: 1, nextAt: 1 }, { name: 'monthly_files_waiting' });
schema.plugin(wall);

export const monthlyFileModel = (connection: Connection) => connection.model('MonthlyFile', schema);
