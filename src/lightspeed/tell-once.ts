import type { Link, Told } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import type { Message } from '../slack/message.ts';

export interface Notice {
  what: keyof Told;
  /** Slack's user ids. */
  to: readonly string[];
  message: Message;
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

/** Sends people a direct message; false when surely none of them has it. */
export async function tellAll(
  { workspace, delivery, logger }: Context,
  { to, message }: { to: readonly string[]; message: Message },
): Promise<boolean> {
  let isHeard = false;
  for (const userId of to) {
    try {
      await delivery.post(workspace._id, { channelId: userId, ...message });
      isHeard = true;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      isHeard ||= error.outcome === 'unsure';
      logger.warn({ err: error, userId }, 'a person could not be told');
    }
  }
  return isHeard;
}
