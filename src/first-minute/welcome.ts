import type { Context } from '../context.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { standingOf } from '../security/permissions.ts';
import { statusOf } from '../turnover/status.ts';
import { stepsOf } from './steps.ts';

/**
 * Tells a person how to begin: once in a workspace, over all people and processes. Who claims it on the workspace tells it;
 * a claim of which surely nothing was heard is given back, for the next one who comes.
 */
export async function welcome(context: Context, { userId }: { userId: string }): Promise<void> {
  const { models, workspace, clock, faces, logger } = context;
  const now = new Date(clock());
  const { modifiedCount } = await models.workspaces.updateOne(
    { _id: workspace._id, welcomed: null },
    { $set: { welcomed: now } },
  );
  if (modifiedCount === 0) return;
  const steps = stepsOf(await statusOf(context));
  const isHeard = await tellAll(context, {
    to: [userId],
    message: (reader) => faces.welcome(steps, reader),
  });
  if (isHeard) return;
  logger.error({ workspaceId: workspace._id, userId }, 'nobody could be told how to begin');
  await models.workspaces.updateOne({ _id: workspace._id, welcomed: now }, { $set: { welcomed: null } });
}

/**
 * Welcomes the first manager who comes by. A single workspace's token does not say who installed Daybook, so it is them,
 * unless some account was linked already. Throws a DeliveryError when Slack does not say who it is.
 */
export async function welcomeManager(context: Context, { userId }: { userId: string }): Promise<void> {
  const { models, workspace } = context;
  if (workspace.welcomed) return;
  if (await models.links.exists({ workspaceId: workspace._id })) return;
  if ((await standingOf(context, userId)) === 'manager') await welcome(context, { userId });
}
