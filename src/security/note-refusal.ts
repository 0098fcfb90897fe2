import type { Engine } from '../context.ts';
import { enterWorkspace } from '../workspaces.ts';
import { audit } from './audit.ts';
import type { NotPermittedError } from './permissions.ts';

/** Who is refused the same again within this time, milliseconds, is not written down anew: nobody fills the log by pressing. */
const onceIn = 10 * 60_000;

/** Writes down that somebody asked for turnover that they may not see. Never throws: they are told either way. */
export async function noteRefusal(
  engine: Engine,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { whom, department }: NotPermittedError,
): Promise<void> {
  if (whom === 'manager') return;
  const details = { department: department?.name ?? null };
  try {
    const context = await enterWorkspace(engine, { workspaceId });
    const lately = await context.models.auditEntries.exists({
      workspaceId,
      who: userId,
      action: 'turnover.refused',
      at: { $gt: new Date(engine.clock() - onceIn) },
      'details.department': details.department,
    });
    if (!lately) await audit(context, { who: userId, action: 'turnover.refused', details });
  } catch (error) {
    engine.logger.error({ err: error, workspaceId, userId }, 'a refusal could not be written down');
  }
}
