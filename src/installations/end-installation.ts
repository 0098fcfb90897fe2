import { type Context, contextOf, type Engine } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { DeliveryError } from '../slack/delivery.ts';

/**
 * Slack says that it took Daybook out of a workspace: from now on no job touches it, its token is forgotten, and after a grace
 * its data is deleted. Whether it is so is asked first: such word may come late, after Daybook was installed again.
 */
export async function endInstallation(
  engine: Engine,
  { workspaceId }: { workspaceId: string },
): Promise<void> {
  const workspace = await engine.models.workspaces.findById(workspaceId).lean();
  if (!workspace || workspace.uninstalledAt) return;
  const context = contextOf(engine, workspace);
  if (await isStillIn(context)) return;
  await takeOut(context, 'slack');
  engine.logger.info({ workspaceId }, 'Daybook was taken out of a workspace');
}

/** Stops everything in a workspace; nothing of its data is lost yet. `who`: Slack's user id, `slack` or `operator`. */
async function takeOut(context: Context, who: string): Promise<void> {
  const { models, connection, workspace, clock, installations } = context;
  const workspaceId = workspace._id;
  await inTransaction(connection, async (session) => {
    await models.installations.deleteOne({ workspaceId }, { session });
    const { modifiedCount } = await models.workspaces.updateOne(
      { _id: workspaceId, uninstalledAt: null },
      { $set: { uninstalledAt: new Date(clock()) } },
      { session },
    );
    if (modifiedCount === 0) return;
    await audit(context, { who, action: 'workspace.uninstalled', details: {} }, session);
  });
  installations?.forget(workspaceId);
}

/** Daybook is in again after it was taken out: with one workspace's token, whoever asks for something shows it. */
export async function reinstate({ models, workspace }: Context): Promise<void> {
  await models.workspaces.updateOne(
    { _id: workspace._id, deletingSince: null },
    { $set: { uninstalledAt: null } },
  );
}

async function isStillIn({ delivery, workspace, logger }: Context): Promise<boolean> {
  try {
    return await delivery.isLetIn(workspace._id);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    // Slack's word is signed; that it does not repeat it now is no reason to doubt it.
    logger.warn({ err: error, workspaceId: workspace._id }, 'Slack does not say whether Daybook is still in');
    return false;
  }
}
