import type { AuditAction } from '../../models/audit-entry.ts';
import type { BackfillState } from '../../models/backfill.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** What a person may do with a backfill under way. */
export type BackfillChange = 'pause' | 'resume' | 'stop';

const changes: Record<BackfillChange, { from: BackfillState[]; to: BackfillState; action: AuditAction }> = {
  pause: { from: ['running'], to: 'paused', action: 'backfill.paused' },
  resume: { from: ['paused'], to: 'running', action: 'backfill.resumed' },
  stop: { from: ['running', 'paused'], to: 'stopped', action: 'backfill.stopped' },
};

/** Pauses, resumes or stops a backfill; false when it was not in a state for that. A slice under way is thrown away. */
export async function changeBackfill(
  context: Context,
  { backfillId, change, userId }: { backfillId: string; change: BackfillChange; userId: string },
): Promise<boolean> {
  const { models, workspace, clock } = context;
  const { from, to, action } = changes[change];
  const { modifiedCount } = await models.backfills.updateOne(
    { workspaceId: workspace._id, _id: backfillId, state: { $in: from } },
    { $set: { state: to, dueAt: new Date(clock()), 'lease.until': null } },
  );
  if (modifiedCount === 0) return false;
  await audit(context, { who: userId, action, details: { backfillId } });
  return true;
}
