import type { Context } from '../context.ts';
import { DeliveryError, type OutgoingMessage } from '../slack/delivery.ts';
import { beginToSay, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';

/** Where a message stands. */
export interface Said {
  ts: string;
  /** It is from an earlier try, and may say what was so then. */
  isEarlier: boolean;
}

/** How far Slack's clock may be behind ours when a message is looked for, milliseconds. */
const clockSlack = 600_000;

/**
 * Posts a message of a digest at most once, whatever crashes: that it is being posted is written down first, and where
 * an earlier try was left in doubt Slack is asked for the message before it is posted again.
 * Throws a DeliveryError or a LeaseLostError.
 */
export async function sayOnce(
  context: Context,
  post: DigestPostDocument,
  message: OutgoingMessage & { key: string },
): Promise<Said> {
  const { delivery, workspace } = context;
  if (post.inDoubt === message.key) {
    const found = await findSaid(context, post, message);
    if (found !== undefined) return { ts: found, isEarlier: true };
  }
  await beginToSay(context, post, message.key);
  try {
    const { ts } = await delivery.post(workspace._id, message);
    return { ts, isEarlier: false };
  } catch (error) {
    if (error instanceof DeliveryError && error.outcome !== 'unsure') {
      await settleDigest(context, post, { inDoubt: null });
    }
    throw error;
  }
}

/** Where a message of a digest stands that was left in doubt; undefined when it was not posted. Throws a DeliveryError. */
export async function findSaid(
  { delivery, workspace }: Context,
  post: DigestPostDocument,
  { channelId, threadTs, key }: { channelId: string; threadTs?: string; key: string },
): Promise<string | undefined> {
  return delivery.find(workspace._id, {
    channelId,
    ...(threadTs === undefined ? {} : { threadTs }),
    key,
    since: post.dueAt.getTime() - clockSlack,
  });
}
