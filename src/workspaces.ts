import type { Workspace } from '../models/workspace.ts';
import { type Context, contextOf, type Engine } from './context.ts';

/** The context of a workspace, which is made on its first contact. */
export async function enterWorkspace(
  engine: Engine,
  { workspaceId, name }: { workspaceId: string; name?: string },
): Promise<Context> {
  const fresh: Omit<Workspace, '_id'> = {
    name: name ?? workspaceId,
    language: 'en',
    zone: 'UTC',
    vat: 'excl',
    managers: [],
    createdAt: new Date(engine.clock()),
  };
  const workspace = await engine.models.workspaces
    .findOneAndUpdate(
      { _id: workspaceId },
      { $setOnInsert: fresh },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
  return contextOf(engine, workspace);
}
