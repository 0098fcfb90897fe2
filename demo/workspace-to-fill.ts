import { CommandError } from '../cli/errors.ts';
import { acrossAllWorkspaces } from '../models/wall.ts';
import type { Engine } from '../src/context.ts';

/** Slack knows no workspace of such an id: it is there for the command line, and for whoever looks at the database. */
const madeUpId = (number: number) => `T${number}DEMO`;

/** The workspace that may be filled. Throws a CommandError where figures that somebody needs could get mixed with made-up ones. */
export async function workspaceToFill(
  { models }: Pick<Engine, 'models'>,
  id: string | undefined,
): Promise<string> {
  const [links, figures, known] = await Promise.all([
    models.links.countDocuments({}, acrossAllWorkspaces),
    models.figures.findOne({}, { _id: 1 }, acrossAllWorkspaces).lean(),
    models.workspaces.find({}, { name: 1, uninstalledAt: 1 }).lean(),
  ]);
  const isEmpty = links === 0 && figures === null;
  const isNew = !known.some(({ _id }) => _id === id);
  const names = Array.from({ length: known.length + 1 }, (_each, number) => madeUpId(number));
  const free = names.find((name) => !known.some(({ _id }) => _id === name));
  if (!isEmpty && (id === undefined || !isNew)) {
    throw new CommandError(
      'This database has links or figures already, and made-up ones are not put beside them in the same workspace. ' +
        `Nothing was changed. Next: name a workspace that is new, such as --workspace ${free}, or another database.`,
    );
  }
  if (id === undefined && known.length > 1) {
    throw new CommandError(
      'There are several workspaces. Nothing was changed. Next: name one with --workspace; `daybook workspaces` lists them.',
    );
  }
  const workspaceId = id ?? known[0]?._id ?? madeUpId(0);
  if (known.find(({ _id }) => _id === workspaceId)?.uninstalledAt) {
    throw new CommandError(
      `Workspace ${workspaceId} was taken out of Slack and will be deleted. Nothing was changed. Next: name another one.`,
    );
  }
  if ((await models.departments.countDocuments({ workspaceId })) > 0) {
    throw new CommandError(
      `Workspace ${workspaceId} has departments already. Nothing was changed. Next: name a workspace that is new.`,
    );
  }
  return workspaceId;
}
