import { createInterface } from 'node:readline/promises';
import type { Workspace } from '../models/workspace.ts';
import type { Engine } from '../src/context.ts';
import { deleteWorkspace, grace } from '../src/installations/delete-workspace.ts';
import { CommandError, withEngine } from './open.ts';

/** `daybook workspaces`: every workspace with its links, whose ids other commands take. */
export async function workspaces(): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const { models } = engine;
    for (const workspace of await models.workspaces.find().sort({ name: 1 }).lean()) {
      const { _id: workspaceId, name } = workspace;
      say(`${name} (${workspaceId})${await standing(engine, workspace)}`);
      for (const link of await models.links.find({ workspaceId }).sort({ linkedAt: 1 }).lean()) {
        const stores = await models.stores.countDocuments({ workspaceId, linkId: link._id });
        say(`  link ${link._id}: ${link.name}, ${link.state}, ${link.currency}, ${stores} stores`);
      }
    }
  });
}

/** `daybook workspaces delete`: deletes everything of a workspace at once, after asking. */
export async function workspacesDelete(workspaceId: string, { yes }: { yes?: boolean }): Promise<void> {
  await withEngine(async ({ engine, say }) => {
    const workspace = await engine.models.workspaces.findById(workspaceId).lean();
    if (!workspace)
      throw new CommandError(`There is no workspace ${workspaceId}; \`daybook workspaces\` lists them.`);
    const whole = `everything of ${workspace.name} (${workspaceId}): keys, figures, notes, settings, audit entries`;
    if (!yes) await confirm(whole, workspaceId);
    const documents = await deleteWorkspace(engine, { workspaceId });
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
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const typed = await terminal.question(
      `This deletes ${whole}. It cannot be undone; \`daybook export\` before keeps the figures.\nType ${workspaceId} to delete it: `,
    );
    if (typed.trim() !== workspaceId) throw new CommandError('Nothing was deleted.');
  } finally {
    terminal.close();
  }
}

/** What an operator should know of it, beside its name. */
async function standing({ models }: Engine, { _id, uninstalledAt }: Workspace): Promise<string> {
  if (uninstalledAt) {
    const until = new Date(uninstalledAt.getTime() + grace);
    return `, taken out of Slack on ${dateOf(uninstalledAt)}: its data is deleted on ${dateOf(until)}`;
  }
  const installation = await models.installations.findOne({ workspaceId: _id }).lean();
  if (!installation) return '';
  const { teamId, teamIds, installedAt, refusedAt } = installation;
  const scope = teamId === null ? `, an organisation with ${teamIds.length} teams` : '';
  const lost = refusedAt ? ', has to be installed again: Slack does not renew its token' : '';
  return `${scope}, installed on ${dateOf(installedAt)}${lost}`;
}

function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
