import type { Channel } from '../../models/channel.ts';
import type { Context } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { addDays, instantAt } from '../turnover/trading-day.ts';
import { channelRefused } from './channel-trouble.ts';
import type { DigestData, DigestShown } from './digest.ts';
import { holdDigest, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { runDigest } from './run-digest.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a channel that takes no digest is tried again: somebody may invite Daybook, or mend the token. */
const stubbornness = 36 * hour;

/** Brings one claimed digest to its end; never throws for a reason that concerns this digest alone. */
export async function bringToEnd(
  context: Context,
  post: DigestPostDocument,
  tell: (shown: DigestShown) => Promise<DigestData>,
): Promise<void> {
  const { workspaceId, channelId, day } = post;
  const log = context.logger.child({ workspaceId, channelId, day });
  const wasWaiting = post.state === 'waiting';
  try {
    // Claimed with others, it may have waited for them until somebody else took it, who then knows better what it says.
    await holdDigest(context, post);
    const channel = await context.models.channels.findOne({ workspaceId, channelId }).lean();
    await runDigest(context, post, { channel, tell });
    if (wasWaiting && post.state === 'posted' && channel) measureDelay(context, post, channel);
    log.info('digest done');
  } catch (error) {
    if (error instanceof LeaseLostError) return;
    log.warn({ err: error }, 'digest failed');
    await keepFailure(context, post, error);
  }
}

/** From the hour that the channel chose. */
function measureDelay(
  { metrics, clock }: Context,
  { day }: DigestPostDocument,
  { hour: at, zone }: Pick<Channel, 'hour' | 'zone'>,
): void {
  metrics.digestPosted(clock() - instantAt(addDays(day, 1), at, zone));
}

async function keepFailure(context: Context, post: DigestPostDocument, error: unknown): Promise<void> {
  const refused = error instanceof DeliveryError && error.outcome === 'refused';
  const code = error instanceof DeliveryError ? error.code : 'internal';
  const pause = error instanceof DeliveryError ? error.retryAfter : undefined;
  const isOver = context.clock() - post.dueAt.getTime() > stubbornness;
  try {
    await settleDigest(context, post, {
      // A message that is out already stays: only its correction was refused.
      ...(refused && isOver && post.state === 'waiting' ? { state: 'undeliverable' } : {}),
      ...(refused && isOver ? { toCheck: false } : {}),
      nextAt: new Date(context.clock() + (refused ? hour : (pause ?? 5 * minute))),
      failure: code,
      'lease.until': null,
    });
  } catch (lost) {
    if (lost instanceof LeaseLostError) return;
    throw lost;
  }
  if (refused) await channelRefused(context, { channelId: post.channelId, code });
}
