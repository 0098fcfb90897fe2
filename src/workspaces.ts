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
    languageChosen: false,
    zone: 'UTC',
    vat: 'excl',
    managers: [],
    createdAt: new Date(engine.clock()),
  };
  const { workspaces } = engine.models;
  const workspace =
    // Read first: every request comes by here, and a write waits for most members of the replica set.
    (await workspaces.findById(workspaceId).lean()) ??
    (await workspaces
      .findOneAndUpdate(
        { _id: workspaceId },
        { $setOnInsert: fresh },
        { upsert: true, returnDocument: 'after' },
      )
      .lean());
  engine.readers.note(workspace);
  return contextOf(engine, workspace);
}

/** Until someone chooses a language for the channels, it is that of the person who links or installs. */
export async function adoptLanguage({ models, workspace, readers }: Context, userId: string): Promise<void> {
  if (workspace.languageChosen) return;
  const language = await readers.spokenBy({ workspaceId: workspace._id, userId });
  if (!language) return;
  await models.workspaces.updateOne(
    { _id: workspace._id, languageChosen: { $ne: true } },
    { $set: { language, languageChosen: true } },
  );
  readers.note({ _id: workspace._id, language });
}
