import type { Link } from '../models/link.ts';
import { acrossWorkspaces } from '../models/wall.ts';
import { type Context, contextOf, type Engine } from '../src/context.ts';
import { CommandError } from './errors.ts';

/** The links a command is for, each in its workspace: all that are not unlinked, or the one named. */
export async function chosenLinks(
  engine: Engine,
  linkId: string | undefined,
): Promise<{ context: Context; link: Link }[]> {
  const { models } = engine;
  const links = await models.links
    .find(
      { state: { $ne: 'unlinked' }, ...(linkId === undefined ? {} : { _id: linkId }) },
      null,
      acrossWorkspaces,
    )
    .sort({ linkedAt: 1 })
    .lean();
  if (links.length === 0) {
    throw new CommandError(
      linkId === undefined
        ? 'No account is linked, so there was nothing to read. Next: a manager types /lightspeed link in Slack.'
        : `There is no link ${linkId}. Nothing was changed; \`daybook workspaces\` lists them.`,
    );
  }
  const found: { context: Context; link: Link }[] = [];
  for (const link of links) {
    const workspace = await models.workspaces.findById(link.workspaceId).lean();
    if (workspace) found.push({ context: contextOf(engine, workspace), link });
  }
  return found;
}
