import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { readerOf } from '../slack/readers.ts';
import { noticeData } from './notice-data.ts';

/**
 * Edits the messages that told of new stores of a link, so that they say what became of these; a notice whose stores were all
 * mapped when it was last edited is left alone, unless it is named.
 */
export async function refreshStoreNotices(
  context: Context,
  { linkId, noticeId }: { linkId: string; noticeId?: string },
): Promise<void> {
  const { models, workspace, delivery, faces, logger } = context;
  const which = noticeId === undefined ? { isOpen: true } : { _id: noticeId };
  const notices = await models.storeNotices.find({ workspaceId: workspace._id, linkId, ...which }).lean();
  for (const notice of notices) {
    const data = await noticeData(context, notice);
    if (!data) continue;
    for (const { userId, channelId, ts } of notice.places) {
      try {
        const message = faces.newStores(data, await readerOf(context, userId));
        await delivery.update(workspace._id, { ...message, channelId, ts });
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        // The mapping is what matters: a message that stays as it was tells its reader the same at the next click.
        logger.warn({ err: error, userId }, 'a notice of new stores could not be edited');
      }
    }
    const isOpen = data.stores.some(({ mapped }) => mapped === null);
    await models.storeNotices.updateOne(
      { workspaceId: workspace._id, _id: notice._id },
      { $set: { isOpen } },
    );
  }
}
