import { type Context, contextOf, type Engine } from '../context.ts';
import { sideBySide } from '../side-by-side.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { inTrace } from '../trace.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { addDays, instantAt } from '../turnover/trading-day.ts';
import { channelRefused } from './channel-trouble.ts';
import { claimDigest, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { runDigest } from './run-digest.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a channel that takes no digest is tried again: somebody may invite Daybook, or mend the token. */
const stubbornness = 36 * hour;

/** How many digests one process brings out at a time: they wait for Slack, which takes about one message a second a channel. */
const atATime = 12;

/** Posts and corrects every digest that is due, some channels side by side and each one's in order, until none is left. */
export async function drainDigests(engine: Engine): Promise<void> {
  const busy = new Set<string>();
  const next = async () => {
    if (engine.inFlight.isStopping) return undefined;
    const post = await claimDigest(engine, { channelId: { $nin: [...busy] } });
    if (post) busy.add(post.channelId);
    return post;
  };
  await sideBySide(atATime, inTurn(next), async (post) => {
    try {
      await inTrace(() => runClaimedDigest(engine, post));
    } finally {
      busy.delete(post.channelId);
    }
  });
}

/** The same, but one call begins only after the one before has ended. */
function inTurn<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const answer = last.then(ask);
    last = answer.catch(() => undefined);
    return answer;
  };
}

/** Brings one claimed digest to its end; never throws for a reason that concerns this digest alone. */
export async function runClaimedDigest(engine: Engine, post: DigestPostDocument): Promise<void> {
  const workspace = await engine.models.workspaces.findById(post.workspaceId).lean();
  if (!workspace) return;
  const context = contextOf(engine, workspace);
  const log = engine.logger.child({
    workspaceId: workspace._id,
    channelId: post.channelId,
    day: post.day,
  });
  const wasWaiting = post.state === 'waiting';
  try {
    await runDigest(context, post);
    if (wasWaiting && post.state === 'posted') await measureDelay(context, post);
    log.info('digest done');
  } catch (error) {
    if (error instanceof LeaseLostError) return;
    log.warn({ err: error }, 'digest failed');
    await keepFailure(context, post, error);
  }
}

/** From the hour that the channel chose. */
async function measureDelay(
  { models, metrics, clock }: Context,
  { workspaceId, channelId, day }: DigestPostDocument,
): Promise<void> {
  const channel = await models.channels.findOne({ workspaceId, channelId }).lean();
  if (channel) metrics.digestPosted(clock() - instantAt(addDays(day, 1), channel.hour, channel.zone));
}

async function keepFailure(context: Context, post: DigestPostDocument, error: unknown): Promise<void> {
  const refused = error instanceof DeliveryError && error.outcome === 'refused';
  const code = error instanceof DeliveryError ? error.code : 'internal';
  const isOver = context.clock() - post.dueAt.getTime() > stubbornness;
  try {
    await settleDigest(context, post, {
      // A message that is out already stays: only its correction was refused.
      ...(refused && isOver && post.state === 'waiting' ? { state: 'undeliverable' } : {}),
      ...(refused && isOver ? { toCheck: false } : {}),
      nextAt: new Date(context.clock() + (refused ? hour : 5 * minute)),
      failure: code,
      'lease.until': null,
    });
  } catch (lost) {
    if (lost instanceof LeaseLostError) return;
    throw lost;
  }
  if (refused) await channelRefused(context, { channelId: post.channelId, code });
}
