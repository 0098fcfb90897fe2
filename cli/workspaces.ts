import { createInterface } from 'node:readline/promises';
import type { Workspace } from '../models/workspace.ts';
import type { Engine } from '../src/context.ts';
import { deleteWorkspace, grace } from '../src/installations/delete-workspace.ts';
import { CommandError } from './errors.ts';
import { withEngine } from './open.ts';
import { type AsJson, printJson } from './output.ts';

type Told = Awaited<ReturnType<typeof tellOf>>;

/** `daybook workspaces`: every workspace with its links, whose ids other commands take. */
export async function workspaces({ json }: AsJson): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const told: Told[] = [];
    for (const workspace of await engine.models.workspaces.find().sort({ name: 1 }).lean())
      told.push(await tellOf(engine, workspace));
    if (json) return printJson({ workspaces: told });
    for (const line of told.flatMap(linesOf)) say(line);
    if (told.length === 0) say('There is no workspace yet: one is made when Slack first talks to Daybook.');
  });
}

/** `daybook workspaces delete`: deletes everything of a workspace at once, after asking. */
export async function workspacesDelete(
  workspaceId: string,
  { yes }: { yes?: boolean },
  command: { optsWithGlobals(): AsJson },
): Promise<void> {
  // `workspaces` has the same option, and takes it wherever it stands.
  const { json } = command.optsWithGlobals();
  await withEngine(async ({ engine, say }) => {
    const workspace = await engine.models.workspaces.findById(workspaceId).lean();
    if (!workspace) {
      throw new CommandError(
        `There is no workspace ${workspaceId}. Nothing was deleted; \`daybook workspaces\` lists them.`,
      );
    }
    const { name } = workspace;
    const whole = `everything of ${name} (${workspaceId}): keys, figures, notes, settings, audit entries`;
    if (!yes) await confirm(whole, workspaceId);
    const documents = await deleteWorkspace(engine, { workspaceId });
    if (json) return printJson({ workspace: { id: workspaceId, name }, documents });
    say(`Deleted ${whole}; ${documents} documents.`);
    if (!workspace.uninstalledAt)
      say('Remove the app in Slack, too: people there can still type its commands.');
  });
}

/** Throws a CommandError unless the person types the id. */
async function confirm(whole: string, workspaceId: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new CommandError(
      `This would delete ${whole}. Nothing was deleted. Say --yes if that is meant; \`daybook export\` before keeps the figures.`,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await terminal.question(
      `This deletes ${whole}. It cannot be undone; \`daybook export\` before keeps the figures.\nType ${workspaceId} to delete it: `,
    );
    if (typed.trim() !== workspaceId) throw new CommandError('Nothing was deleted.');
  } finally {
    terminal.close();
  }
}

/** What an operator should know of it; absent is null. */
async function tellOf({ models }: Engine, { _id, name, uninstalledAt }: Workspace) {
  const installation = await models.installations.findOne({ workspaceId: _id }).lean();
  const kept = await models.links.find({ workspaceId: _id }).sort({ linkedAt: 1 }).lean();
  const links = [];
  for (const link of kept) {
    const stores = await models.stores.countDocuments({ workspaceId: _id, linkId: link._id });
    const { series, state, currency } = link;
    links.push({ id: link._id, name: link.name, series, state, currency, stores });
  }
  return {
    id: _id,
    name,
    installedOn: installation ? dateOf(installation.installedAt) : null,
    /** An organisation's teams; null where it is one team. */
    teams: installation?.teamId === null ? installation.teamIds.length : null,
    mustBeInstalledAgain: Boolean(installation?.refusedAt),
    uninstalledOn: uninstalledAt ? dateOf(uninstalledAt) : null,
    deletedOn: uninstalledAt ? dateOf(new Date(uninstalledAt.getTime() + grace)) : null,
    links,
  };
}

function linesOf(told: Told): string[] {
  const { id, name, links } = told;
  const ofLinks = links.map(
    (link) => `  link ${link.id}: ${link.name}, ${link.state}, ${link.currency}, ${link.stores} stores`,
  );
  return [`${name} (${id})${standing(told)}`, ...ofLinks];
}

function standing({ installedOn, teams, mustBeInstalledAgain, uninstalledOn, deletedOn }: Told): string {
  if (uninstalledOn !== null)
    return `, taken out of Slack on ${uninstalledOn}: its data is deleted on ${deletedOn}`;
  if (installedOn === null) return '';
  const scope = teams === null ? '' : `, an organisation with ${teams} teams`;
  const lost = mustBeInstalledAgain ? ', has to be installed again: Slack does not renew its token' : '';
  return `${scope}, installed on ${installedOn}${lost}`;
}

function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
