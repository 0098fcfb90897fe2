import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import type { Day } from '../turnover/trading-day.ts';

/**
 * Marks the digests that tell of these days, or are about to: what they say may have changed. Part of the caller's
 * transaction.
 */
export async function digestsToCheck(
  { models, workspace, clock }: Context,
  session: ClientSession,
  days: readonly Day[],
): Promise<void> {
  await models.digestPosts.updateMany(
    { workspaceId: workspace._id, day: { $in: [...days] }, state: { $in: ['waiting', 'posted'] } },
    { $set: { nextAt: new Date(clock()), toCheck: true }, $inc: { marks: 1 } },
    { session },
  );
}
