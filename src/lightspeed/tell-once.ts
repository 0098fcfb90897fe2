import type { Link, Told } from '../../models/link.ts';
import type { NoticePlace } from '../../models/store-notice.ts';
import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import type { Message } from '../slack/message.ts';
import { type Reader, readerOf } from '../slack/readers.ts';

export interface Notice {
  what: keyof Told;
  /** Slack's user ids. */
  to: readonly string[];
  /** What each is told, in their language. */
  message: (reader: Reader) => Message;
}

/**
 * Tells people something of a link, once over all processes: who claims it on the link tells it. A claim of which surely
 * nobody heard is given back, so that the next look tells it.
 */
export async function tellOnce(context: Context, link: Link, { what, to, message }: Notice): Promise<void> {
  const { models, workspace, clock, logger } = context;
  const field = `told.${what}`;
  const own = { workspaceId: workspace._id, _id: link._id };
  const now = new Date(clock());
  const { modifiedCount } = await models.links.updateOne(
    { ...own, [field]: link.told[what] },
    { $set: { [field]: now } },
  );
  if (modifiedCount === 0) return;
  const isHeard = await tellAll(context, { to, message });
  if (isHeard) return;
  logger.error({ linkId: link._id, what }, 'nobody could be told of what happened to a link');
  await models.links.updateOne({ ...own, [field]: now }, { $set: { [field]: link.told[what] } });
}

/** Sends people a direct message; false when surely none of them has it. `told` hears where each message is. */
export async function tellAll(
  context: Context,
  {
    to,
    message,
    told = async () => undefined,
  }: Pick<Notice, 'to' | 'message'> & { told?: (place: NoticePlace) => Promise<void> },
): Promise<boolean> {
  const { workspace, delivery, logger } = context;
  let isHeard = false;
  for (const userId of to) {
    try {
      const words = message(await readerOf(context, userId));
      const posted = await delivery.post(workspace._id, { channelId: userId, ...words });
      isHeard = true;
      await told({ ...posted, userId });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      isHeard ||= error.outcome === 'unsure';
      logger.warn({ err: error, userId }, 'a person could not be told');
    }
  }
  return isHeard;
}
