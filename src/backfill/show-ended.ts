import { acrossWorkspaces } from '../../models/wall.ts';
import { contextOf, type Engine } from '../context.ts';
import { showProgress } from './run-next-slice.ts';

/**
 * Brings the messages of backfills that ended up to date where that did not succeed at once: no slice comes after the last
 * one, so else they would say for ever that it goes on.
 */
export async function showEnded(engine: Engine): Promise<void> {
  const { models, clock } = engine;
  const ended = await models.backfills
    .find({ showUntil: { $type: 'date', $gt: new Date(clock()) } }, { workspaceId: 1 }, acrossWorkspaces)
    .lean();
  for (const { _id, workspaceId } of ended) {
    const workspace = await models.workspaces.findById(workspaceId).lean();
    if (workspace) await showProgress(contextOf(engine, workspace), { backfillId: _id });
  }
}
