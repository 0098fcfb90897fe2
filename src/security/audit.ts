import type { ClientSession } from 'mongoose';
import type { AuditAction } from '../../models/audit-entry.ts';
import type { Context } from '../context.ts';
import { currentTrace } from '../trace.ts';

/** Writes down who did what; with a session, only if the rest of the transaction happens. */
export async function audit(
  { models, workspace, clock }: Context,
  entry: { who: string; action: AuditAction; details: Record<string, unknown> },
  session?: ClientSession,
): Promise<void> {
  const trace = currentTrace();
  await models.auditEntries.create(
    [
      {
        ...entry,
        workspaceId: workspace._id,
        at: new Date(clock()),
        ...(trace === undefined ? {} : { trace }),
      },
    ],
    session ? { session } : {},
  );
}
