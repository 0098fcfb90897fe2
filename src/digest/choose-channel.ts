import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** The local hour at which a digest comes unless another is chosen. */
export const usualHour = 8;

/**
 * Sends the morning digest to one channel from now on, in place of another: at an hour (0-23) of the workspace's zone.
 * Digests that were due before are not made up for.
 */
export async function chooseChannel(
  context: Context,
  { channelId, hour, userId }: { channelId: string; hour: number; userId: string },
): Promise<void> {
  const { models, workspace, clock } = context;
  const workspaceId = workspace._id;
  const known = await models.channels.findOne({ workspaceId, channelId }).lean();
  await models.channels.deleteMany({ workspaceId, channelId: { $ne: channelId } });
  if (known?.hour === hour && known.zone === workspace.zone) return;
  await models.channels.updateOne(
    { workspaceId, channelId },
    {
      $set: { hour, zone: workspace.zone, chosenBy: userId },
      // Another hour must not skip today's digest: only a channel that is new starts from now.
      $setOnInsert: { chosenAt: new Date(clock()) },
    },
    { upsert: true },
  );
  await audit(context, { who: userId, action: 'channel.chosen', details: { channelId, hour } });
}
