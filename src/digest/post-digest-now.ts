import type { Context } from '../context.ts';
import type { Day } from '../turnover/trading-day.ts';
import { claimDigest } from './digest-lease.ts';
import { runClaimedDigests } from './drain-digests.ts';
import { openDigest } from './due-digests.ts';

/** `already`: it was posted before; `waiting`: its figures are not in, or Slack did not take it yet; `running`: another process posts it. */
export type DigestNow = 'posted' | 'already' | 'waiting' | 'running' | 'undeliverable';

/** Posts a day's digest in a channel at once, unless it is there already. */
export async function postDigestNow(
  context: Context,
  { channelId, day }: { channelId: string; day: Day },
): Promise<DigestNow> {
  const { models, workspace, clock } = context;
  const workspaceId = workspace._id;
  const post = await openDigest(context, { workspaceId, channelId, day });
  if (post.state === 'posted') return 'already';
  const own = { workspaceId, _id: post._id };
  await models.digestPosts.updateOne(
    { ...own, state: { $ne: 'posted' } },
    { $set: { state: 'waiting', nextAt: new Date(clock()) } },
  );
  const claimed = await claimDigest(context, own);
  if (!claimed) return 'running';
  await runClaimedDigests(context, [claimed]);
  return (await models.digestPosts.findOne(own).lean())?.state ?? 'waiting';
}
