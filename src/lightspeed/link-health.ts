import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';

/** A reading succeeded: whatever was wrong is over. */
export async function linkWell({ models, workspace }: Context, link: Link): Promise<void> {
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, state: { $in: ['active', 'refused'] } },
    { $set: { state: 'active', troubleSince: null } },
  );
}

/** Lightspeed failed: since when is kept; nobody is alarmed, the night is tried again. */
export async function linkTroubled({ models, workspace, clock }: Context, link: Link): Promise<void> {
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, troubleSince: null },
    { $set: { troubleSince: new Date(clock()) } },
  );
}

/** The key no longer opens the account: the person who linked it is told, once. */
export async function linkRefused(context: Context, link: Link): Promise<void> {
  const { models, workspace, clock, delivery, faces, logger } = context;
  const { modifiedCount } = await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, state: 'active' },
    { $set: { state: 'refused', troubleSince: new Date(clock()) } },
  );
  if (modifiedCount === 0) return;
  try {
    await delivery.post(workspace._id, {
      channelId: link.linkedBy,
      ...faces.keyRefused({ link }, workspace),
    });
  } catch (error) {
    logger.error(
      { err: error, linkId: link._id },
      'the person who linked could not be told of the refused key',
    );
  }
}
