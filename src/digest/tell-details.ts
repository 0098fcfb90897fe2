import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import type { DigestData } from './digest.ts';
import { settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { editMessage } from './edit-message.ts';
import { sayOnce } from './say-once.ts';

/**
 * Says the details in a digest's thread, once, and edits them in place where what they say has changed. While no figure is in
 * there is nothing to say. A channel that takes no replies goes without. Throws a DeliveryError or a LeaseLostError.
 */
export async function tellDetails(
  context: Context,
  post: DigestPostDocument,
  { data, ts }: { data: DigestData; ts: string },
): Promise<void> {
  const { faces, workspace } = context;
  const { channelId, detailsTs, detailsContent } = post;
  if (data.log.storesIn === 0 && !detailsTs) return;
  const message = faces.digestDetails(data, workspace);
  const content = JSON.stringify(message);
  if (content === detailsContent) return;
  if (detailsTs) {
    await editMessage(context, { ...message, channelId, ts: detailsTs });
    return keepDetails(context, post, { detailsTs, detailsContent: content });
  }
  try {
    const reply = { ...message, channelId, threadTs: ts, key: `details ${post.day}` };
    const said = await sayOnce(context, post, reply);
    // An earlier try may say what was so then.
    if (said.isEarlier) await editMessage(context, { ...message, channelId, ts: said.ts });
    await keepDetails(context, post, { detailsTs: said.ts, detailsContent: content });
  } catch (error) {
    if (!(error instanceof DeliveryError) || !takesNoReplies(error)) throw error;
    context.logger.warn({ err: error, channelId }, 'a digest goes without its details');
    await keepDetails(context, post, { detailsTs: null, detailsContent: content });
  }
}

/** At once, before anything else is said in the thread: else a crash would have the details told again. */
async function keepDetails(
  context: Context,
  post: DigestPostDocument,
  told: { detailsTs: string | null; detailsContent: string },
): Promise<void> {
  await settleDigest(context, post, { ...told, inDoubt: null });
  post.inDoubt = null;
}

/** Where the message itself was taken: the channel has no threads, or somebody deleted or locked this one. */
function takesNoReplies({ outcome, code }: DeliveryError): boolean {
  return outcome === 'refused' && (code.startsWith('restricted_action') || code === 'thread_not_found');
}
