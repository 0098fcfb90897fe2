import type { Installation } from '../../models/installation.ts';
import type { Context, Engine } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { enterWorkspace } from '../workspaces.ts';
import { type BotTokens, sealTokens } from './tokens.ts';

/** What Slack says when a workspace, or a whole organisation, lets Daybook in. */
export interface NewInstallation
  extends Pick<Installation, 'enterpriseId' | 'teamId' | 'installedBy' | 'scopes' | 'botId' | 'botUserId'> {
  /** The team's name, or the organisation's. */
  name: string;
  tokens: BotTokens;
  /** How long the access token lives, milliseconds; null: for good. */
  livesFor: number | null;
}

/** The workspace is being deleted at this moment; in a few minutes it can be installed as a new one. */
export class WorkspaceBusyError extends Error {
  override readonly name = 'WorkspaceBusyError' as const;
}

/** The id of the workspace that an installation is for: the organisation's for one of all its teams. */
export function workspaceIdOf({
  enterpriseId,
  teamId,
}: Pick<Installation, 'enterpriseId' | 'teamId'>): string {
  const id = teamId ?? enterpriseId;
  if (id === null) throw new Error('an installation is for a team or an organisation');
  return id;
}

/**
 * Keeps an installation in place of an earlier one. Within the grace after Daybook was taken out everything is as it was.
 * Whoever installs where nobody set anything up manages Daybook there; later on managers are named, else anyone who may
 * install apps could make themselves one. Throws a WorkspaceBusyError.
 */
export async function keepInstallation(engine: Engine, fresh: NewInstallation): Promise<Context> {
  const { models, connection, clock } = engine;
  const workspaceId = workspaceIdOf(fresh);
  const context = await enterWorkspace(engine, { workspaceId, name: fresh.name });
  const { tokens, name, livesFor, ...known } = fresh;
  const now = clock();
  const sealed = await sealTokens(engine, workspaceId, tokens);
  const isNew = await isUntouched(context);
  await inTransaction(connection, async (session) => {
    const workspace = await models.workspaces
      .findOneAndUpdate(
        { _id: workspaceId, deletingSince: null },
        {
          $set: { name, uninstalledAt: null },
          ...(isNew ? { $addToSet: { managers: fresh.installedBy } } : {}),
        },
        { session, returnDocument: 'before' },
      )
      .lean();
    if (!workspace) throw new WorkspaceBusyError('the workspace is being deleted');
    await models.installations.updateOne(
      { workspaceId },
      {
        $set: {
          ...known,
          tokens: sealed,
          installedAt: new Date(now),
          expiresAt: livesFor === null ? null : new Date(now + livesFor),
          refusedAt: null,
          'renewal.until': null,
        },
        // Whoever renews the tokens of before has lost its lease.
        $inc: { 'renewal.token': 1 },
        $setOnInsert: { teamIds: [], 'renewal.beats': 0 },
      },
      { upsert: true, setDefaultsOnInsert: false, session },
    );
    const action = workspace.uninstalledAt ? 'workspace.restored' : 'workspace.installed';
    await audit(context, { who: fresh.installedBy, action, details: { name } }, session);
  });
  engine.installations?.forget(workspaceId);
  return enterWorkspace(engine, { workspaceId });
}

/** Nobody set anything up here yet. */
async function isUntouched({ models, workspace }: Context): Promise<boolean> {
  if (workspace.managers.length > 0 || workspace.welcomed) return false;
  return (await models.links.exists({ workspaceId: workspace._id })) === null;
}
