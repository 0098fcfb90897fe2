import type { Installation } from '../../models/installation.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { InstallationLostError } from '../slack/oauth.ts';
import { enterWorkspace } from '../workspaces.ts';
import { early, type Installations } from './installations.ts';

/** Renews the tokens that end soon, whether or not anybody uses Daybook there. Never throws because of one workspace. */
export async function renewDueTokens(engine: Engine): Promise<void> {
  const { models, clock, installations } = engine;
  if (!installations) return;
  const due = await models.installations
    .find({ expiresAt: { $lte: new Date(clock() + early) }, refusedAt: null }, null, acrossWorkspaces)
    .sort({ expiresAt: 1 })
    .lean();
  for (const installation of due) await renewOne(engine, installations, installation);
}

async function renewOne(
  engine: Engine,
  installations: Installations,
  { workspaceId, installedBy }: Installation,
): Promise<void> {
  try {
    await installations.renewEarly(workspaceId);
  } catch (error) {
    engine.logger.error({ err: error, workspaceId }, 'the Slack token of a workspace could not be renewed');
    if (error instanceof InstallationLostError) await tellLost(engine, { workspaceId, installedBy });
  }
}

/** While the token of before still lives, whoever installed Daybook is told to do so again; once. */
async function tellLost(
  engine: Engine,
  { workspaceId, installedBy }: Pick<Installation, 'workspaceId' | 'installedBy'>,
): Promise<void> {
  const { models, clock, faces } = engine;
  const { modifiedCount } = await models.installations.updateOne(
    { workspaceId, refusedAt: null },
    { $set: { refusedAt: new Date(clock()) } },
  );
  if (modifiedCount === 0) return;
  const context = await enterWorkspace(engine, { workspaceId });
  const to = new Set([installedBy, ...context.workspace.managers]);
  await tellAll(context, {
    to: [...to],
    message: (reader) => faces.installAnew({ address: engine.installations?.address }, reader),
  });
}
