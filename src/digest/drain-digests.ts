import { type Context, contextOf, type Engine } from '../context.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import { channelRefused } from './channel-trouble.ts';
import { claimDigest, settleDigest } from './digest-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';
import { runDigest } from './run-digest.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long a channel that takes no digest is tried again: somebody may invite Daybook, or mend the token. */
const stubbornness = 36 * hour;

/** Posts and corrects every digest that is due, one after another: Slack takes about one message a second a channel. */
export async function drainDigests(engine: Engine): Promise<void> {
  for (let post = await claimDigest(engine); post; post = await claimDigest(engine)) {
    await runClaimedDigest(engine, post);
  }
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
  try {
    await runDigest(context, post);
    log.info('digest done');
  } catch (error) {
    if (error instanceof LeaseLostError) return;
    log.warn({ err: error }, 'digest failed');
    await keepFailure(context, post, error);
  }
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
