import type { DigestLook } from '../../models/channel.ts';
import type { Mapping } from '../../models/mapping.ts';
import type { Context } from '../context.ts';
import { storeKey } from '../turnover/placing.ts';
import { addDays, type Day, dayOf } from '../turnover/trading-day.ts';
import { type DigestData, digestOf } from './digest.ts';
import { withPicture } from './picture.ts';

/** The digest of the last day of which a channel with this look would be told a figure; null where there is none yet. */
export async function sampleDigest(
  context: Context,
  { look, zone }: { look: DigestLook; zone: string },
): Promise<DigestData | null> {
  const yesterday = addDays(dayOf(context.clock(), { zone, cutOff: 0 }), -1);
  const day = await lastDayWith(context, { look, until: yesterday });
  if (day === undefined) return null;
  const data = await digestOf(context, { day, look });
  return data.log.storesIn === 0 ? null : data;
}

/** The last day with a figure of a store that was in one of the departments then. */
async function lastDayWith(
  { models, workspace }: Context,
  { look: { departments }, until }: { look: DigestLook; until: Day },
): Promise<Day | undefined> {
  const workspaceId = workspace._id;
  const all = await models.mappings.find({ workspaceId }).sort({ from: 1 }).lean();
  const isShown = ({ shares }: Mapping) =>
    shares.some(({ departmentId }) => departments?.includes(departmentId) ?? true);
  const stretches = [...Map.groupBy(all, storeKey).values()].flatMap((own) =>
    own.flatMap((mapping, index) => {
      const { linkId, storeId, from } = mapping;
      const next = own[index + 1]?.from;
      const day = { $gte: from, $lte: until, ...(next === undefined ? {} : { $lt: next }) };
      return isShown(mapping) ? [{ linkId, storeId, day }] : [];
    }),
  );
  if (stretches.length === 0) return undefined;
  const latest = await models.figures
    .findOne({ workspaceId, $or: stretches }, { _id: 0, day: 1 })
    .sort({ day: -1 })
    .lean();
  return latest?.day;
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
