import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** Sends a channel no more digests; those that are posted stay, and stay true. False when it got none. Audited. */
export async function removeChannel(
  context: Context,
  { channelId, userId }: { channelId: string; userId: string },
): Promise<boolean> {
  const isKnown = await stopDigests(context, { channelId });
  if (isKnown) await audit(context, { who: userId, action: 'channel.removed', details: { channelId } });
  return isKnown;
}

/** Takes a channel from the list, and gives up what was about to be posted there. */
export async function stopDigests(
  { models, workspace }: Context,
  { channelId }: { channelId: string },
): Promise<boolean> {
  const place = { workspaceId: workspace._id, channelId };
  const { deletedCount } = await models.channels.deleteOne(place);
  await models.digestPosts.updateMany(
    { ...place, state: 'waiting' },
    { $set: { state: 'undeliverable', failure: 'channel_removed' } },
  );
  return deletedCount > 0;
}
