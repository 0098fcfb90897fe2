import type { Engine } from '../context.ts';

/** How long the data of a workspace is kept after Daybook was taken out of it, milliseconds: to install again brings it back. */
export const grace = 30 * 86_400_000;

/** Work that was under way may have written once more behind our back; it cannot go on doing so without its documents. */
const mostPasses = 5;

/**
 * Deletes everything of a workspace, its installation and audit entries too, and the workspace itself last, so that what was
 * interrupted is done to the end later. Safe to repeat. Returns how many documents there were.
 */
export async function deleteWorkspace(
  engine: Engine,
  { workspaceId }: { workspaceId: string },
): Promise<number> {
  const { models, clock, logger, installations } = engine;
  const now = new Date(clock());
  await models.workspaces.updateOne(
    { _id: workspaceId },
    { $set: { uninstalledAt: now, deletingSince: now } },
  );
  installations?.forget(workspaceId);
  let all = 0;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const deleted = await deletePass(engine, workspaceId);
    all += deleted;
    if (deleted === 0) break;
  }
  await models.workspaces.deleteOne({ _id: workspaceId, deletingSince: { $ne: null } });
  logger.info({ workspaceId, documents: all }, 'a workspace was deleted');
  return all;
}

/** Deletes what is overdue: workspaces that Daybook was taken out of longer than the grace ago, and what was interrupted. */
export async function deleteOverdue(engine: Engine): Promise<void> {
  const { models, clock } = engine;
  const overdue = await models.workspaces
    .find(
      {
        $or: [
          { uninstalledAt: { $type: 'date', $lte: new Date(clock() - grace) } },
          { uninstalledAt: { $type: 'date' }, deletingSince: { $type: 'date' } },
        ],
      },
      { uninstalledAt: 1 },
    )
    .lean();
  for (const { _id: workspaceId, uninstalledAt } of overdue) {
    // Claimed, so that nobody installs it again between our look and the deed.
    const { matchedCount } = await models.workspaces.updateOne(
      { _id: workspaceId, uninstalledAt: uninstalledAt ?? null },
      { $set: { deletingSince: new Date(clock()) } },
    );
    if (matchedCount > 0) await deleteWorkspace(engine, { workspaceId });
  }
}

async function deletePass({ models }: Engine, workspaceId: string): Promise<number> {
  const { workspaces: _workspaces, ...others } = models;
  let deleted = 0;
  for (const model of Object.values(others)) {
    // Past the model: audit entries let nobody delete them, which does not hold for a workspace as a whole.
    const { deletedCount } = await model.collection.deleteMany({ workspaceId });
    deleted += deletedCount;
  }
  return deleted;
}
