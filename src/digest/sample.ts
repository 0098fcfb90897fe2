import type { DigestLook } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { addDays, dayOf } from '../turnover/trading-day.ts';
import { type DigestData, digestOf } from './digest.ts';
import { withPicture } from './picture.ts';

/** The digest of the last day with figures, as a channel with this look would get it; null where there is none yet. */
export async function sampleDigest(
  context: Context,
  { look, zone }: { look: DigestLook; zone: string },
): Promise<DigestData | null> {
  const { models, workspace, clock } = context;
  const yesterday = addDays(dayOf(clock(), { zone, cutOff: 0 }), -1);
  const latest = await models.figures
    .findOne({ workspaceId: workspace._id, day: { $lte: yesterday } }, { day: 1 })
    .sort({ day: -1 })
    .lean();
  if (!latest) return null;
  const data = await digestOf(context, { day: latest.day, look });
  return data.log.storesIn === 0 ? null : data;
}

/**
 * Sends a manager a channel's digest as a direct message, marked as a test; it is not the day's digest, and nothing is
 * remembered of it. False where there is nothing to tell yet. Throws a DeliveryError.
 */
export async function sendTestDigest(
  context: Context,
  { channelId, look, zone, userId }: { channelId: string; look: DigestLook; zone: string; userId: string },
): Promise<boolean> {
  const { faces, workspace, delivery } = context;
  const data = await sampleDigest(context, { look, zone });
  if (!data) return false;
  const message = faces.digestTest(faces.digest(data, workspace), channelId, workspace);
  const posted = await delivery.post(workspace._id, {
    ...(await withPicture(context, data, message)),
    channelId: userId,
  });
  await delivery.post(workspace._id, {
    ...faces.digestDetails(data, workspace),
    channelId: posted.channelId,
    threadTs: posted.ts,
  });
  return true;
}
