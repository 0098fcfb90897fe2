import type { Context } from '../context.ts';
import { knownManagers } from '../lightspeed/recipients.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { DeliveryError } from '../slack/delivery.ts';

/**
 * Keeps that a channel takes no digest, and tells it once until it does again: to the person who chose the channel, or to a
 * manager when they are gone. Of which surely nobody heard is told again.
 */
export async function channelRefused(
  context: Context,
  { channelId, code }: { channelId: string; code: string },
): Promise<void> {
  const { models, workspace, clock, faces, logger } = context;
  const own = { workspaceId: workspace._id, channelId };
  const trouble = { code, since: new Date(clock()), told: true };
  const before = await models.channels
    .findOneAndUpdate({ ...own, 'trouble.told': { $ne: true } }, { $set: { trouble } })
    .lean();
  if (!before) {
    // Told before, or no channel of a digest: only what is wrong may have changed.
    await models.channels.updateOne({ ...own, trouble: { $ne: null } }, { $set: { 'trouble.code': code } });
    return;
  }
  const isHeard = await tellAll(context, {
    to: await chooserOrManager(context, before.chosenBy),
    message: (reader) => faces.undeliverable({ channelId, code }, reader),
  });
  if (isHeard) return;
  logger.error({ channelId }, 'nobody could be told of an undeliverable digest');
  await models.channels.updateOne({ ...own, trouble: { $ne: null } }, { $set: { 'trouble.told': false } });
}

/** A digest that was just posted ends the trouble with its channel. */
export async function channelTook(
  { models, workspace }: Context,
  { channelId }: { channelId: string },
): Promise<void> {
  await models.channels.updateOne(
    { workspaceId: workspace._id, channelId, trouble: { $ne: null } },
    { $set: { trouble: null } },
  );
}

async function chooserOrManager(context: Context, chosenBy: string): Promise<string[]> {
  try {
    const { isDeleted } = await context.delivery.person(context.workspace._id, chosenBy);
    if (!isDeleted) return [chosenBy];
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    // Slack not saying counts as still there: better told in vain than not.
    if (error.outcome !== 'refused') return [chosenBy];
  }
  return (await knownManagers(context)).slice(0, 1);
}
