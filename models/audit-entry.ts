import { type Connection, Schema } from 'mongoose';
import { wall } from './wall.ts';

/** What may be written down, in the order of what it concerns. */
export type AuditAction =
  | 'workspace.installed'
  | 'workspace.restored'
  | 'workspace.uninstalled'
  | 'link.made'
  | 'link.key-replaced'
  | 'link.ended'
  | 'link.paused'
  | 'link.resumed'
  | 'link.taken-over'
  | 'store.added'
  | 'store.renamed'
  | 'store.archived'
  | 'store.gone'
  | 'mapping.saved'
  | 'department.added'
  | 'department.renamed'
  | 'department.moved'
  | 'department.archived'
  | 'department.restored'
  | 'department.merged'
  | 'departments.sorted'
  | 'store.day-changed'
  | 'channel.chosen'
  | 'channel.removed'
  | 'closing.changed'
  | 'setting.changed'
  | 'access.changed'
  | 'access.allowed'
  | 'access.declined'
  | 'managers.changed'
  | 'monthly-file.ordered'
  | 'note.changed'
  | 'note.removed'
  | 'targets.saved'
  | 'import.asked'
  | 'backfill.asked'
  | 'backfill.paused'
  | 'backfill.resumed'
  | 'backfill.stopped'
  | 'day.reimported'
  | 'figure.entered'
  | 'figure.released'
  | 'file.sent'
  | 'turnover.refused';

/** Who did what; written once, never changed. */
export interface AuditEntry {
  workspaceId: string;
  at: Date;
  /** Slack's user id, or `operator` for the command line. */
  who: string;
  action: AuditAction;
  /** What it was done to, in plain data; never a secret. */
  details: Record<string, unknown>;
  /** The number under which the log tells of it. */
  trace?: string;
}

const schema = new Schema<AuditEntry>(
  {
    workspaceId: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    who: { type: String, required: true, immutable: true },
    action: { type: String, required: true, immutable: true },
    details: { type: Schema.Types.Mixed, required: true, immutable: true },
    trace: { type: String, immutable: true },
  },
  { collection: 'audit_entries', versionKey: false },
);
// With the id, by which entries of one instant are in order: what is read page by page is not sorted anew.
schema.index({ workspaceId: 1, at: -1, _id: -1 }, { name: 'audit_newest_first' });
schema.index({ workspaceId: 1, who: 1, at: -1, _id: -1 }, { name: 'audit_of_a_person' });
schema.index({ workspaceId: 1, action: 1, at: -1, _id: -1 }, { name: 'audit_of_an_action' });
schema.pre(
  [
    'deleteMany',
    'deleteOne',
    'findOneAndDelete',
    'findOneAndReplace',
    'findOneAndUpdate',
    'replaceOne',
    'updateMany',
    'updateOne',
  ],
  refuse,
);
schema.pre('bulkWrite', refuse);
schema.pre('save', function () {
  if (!this.isNew) refuse();
});

schema.plugin(wall);

/** What was done stays written down: only a workspace as a whole is deleted, which goes past the model. */
function refuse(): never {
  throw new Error('an audit entry is never changed or deleted');
}

export const auditEntryModel = (connection: Connection) => connection.model('AuditEntry', schema);
