import type { Context } from '../context.ts';
import { saveChannel } from './save-channel.ts';

/**
 * Sends the morning digest to one more channel from now on, at an hour (0-23) of the workspace's zone, with all there is to
 * tell. A channel that gets it already keeps all but the hour. False when there are as many as there may be.
 */
export function chooseChannel(
  context: Context,
  { channelId, hour, userId }: { channelId: string; hour: number; userId: string },
): Promise<boolean> {
  return saveChannel(context, { channelId, hour, zone: context.workspace.zone, userId });
}
