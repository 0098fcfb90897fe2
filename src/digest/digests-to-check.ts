import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { addDays, type Day, daysFrom } from '../turnover/trading-day.ts';

/** So many days later a digest is held against a day, the same weekday; until then it tells of the week so far, too. */
const toldUntil = 7;

/**
 * Marks the digests that tell of these days, or of the week after them in which they are compared with, posted or about to be:
 * what they say may have changed. Part of the caller's transaction.
 */
export async function digestsToCheck(
  { models, workspace, clock }: Context,
  session: ClientSession,
  days: readonly Day[],
): Promise<void> {
  const told = new Set(days.flatMap((day) => daysFrom(day, addDays(day, toldUntil))));
  await models.digestPosts.updateMany(
    { workspaceId: workspace._id, day: { $in: [...told] }, state: { $in: ['waiting', 'posted'] } },
    { $set: { nextAt: new Date(clock()), toCheck: true }, $inc: { marks: 1 } },
    { session },
  );
}
