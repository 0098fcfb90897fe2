import type { Link } from '../../models/link.ts';
import type { NoticePlace } from '../../models/store-notice.ts';
import type { Context } from '../context.ts';
import { linkerAndManagers } from '../lightspeed/recipients.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { noticeData } from './notice-data.ts';

/** Tells managers of stores that a night found for the first time, in one message and once over all processes. */
export async function announceStores(context: Context, link: Link): Promise<void> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const fresh = await models.stores
    .find({ ...place, announced: false })
    .sort({ name: 1 })
    .lean();
  const claimed: string[] = [];
  for (const { storeId } of fresh) {
    const own = { ...place, storeId, announced: false };
    const { modifiedCount } = await models.stores.updateOne(own, { $set: { announced: true } });
    if (modifiedCount > 0) claimed.push(storeId);
  }
  if (claimed.length === 0 || (await tell(context, { link, storeIds: claimed }))) return;
  await models.stores.updateMany({ ...place, storeId: { $in: claimed } }, { $set: { announced: false } });
}

/** False when surely nobody has it. Where each has it is kept, so that it can be edited when a store is mapped. */
async function tell(
  context: Context,
  { link, storeIds }: { link: Link; storeIds: string[] },
): Promise<boolean> {
  const { models, workspace, faces, newId, clock } = context;
  const own = { workspaceId: workspace._id, _id: newId() };
  const notice = { ...own, linkId: link._id, storeIds };
  const data = await noticeData(context, notice);
  if (!data) return false;
  await models.storeNotices.create({ ...notice, places: [], isOpen: true, at: new Date(clock()) });
  const isHeard = await tellAll(context, {
    to: await linkerAndManagers(context, link),
    message: (reader) => faces.newStores(data, reader),
    told: async (told: NoticePlace) => {
      await models.storeNotices.updateOne(own, { $push: { places: told } });
    },
  });
  if (!isHeard) await models.storeNotices.deleteOne(own);
  return isHeard;
}
