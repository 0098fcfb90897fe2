import { seersOfBoth } from '../access/access-after-merge.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { type Extent, extentOf } from './extent.ts';
import { isActive } from './in-order.ts';
import { markRecentDigests } from './mark-digests.ts';
import { mergeFollowers } from './merge-followers.ts';

export interface MergeOutcome {
  /** `gone`: one of the two is not there any more; `archived`: the one to go into is. Nothing was changed then. */
  outcome: 'done' | 'gone' | 'same' | 'archived';
  /** What was moved. */
  extent: Extent;
}

/**
 * Merges a department into another one, which holds its figures of all days from then on, and is the only one of the two
 * that is left. It cannot be undone. Everything that refers to the first follows (merge-followers.ts), all or nothing. Throws
 * a DeliveryError, and changes nothing, when Slack does not say who may see the two.
 */
export async function mergeDepartments(
  context: Context,
  { from, into, userId }: { from: string; into: string; userId: string },
): Promise<MergeOutcome> {
  const { models, workspace, connection } = context;
  const place = { workspaceId: workspace._id };
  if (from === into) return { outcome: 'same', extent: { stores: 0, days: 0 } };
  const extent = await extentOf(context, { departmentId: from });
  const seers = await seersOfBoth(context, { from, into });
  const outcome = await inTransaction(connection, async (session): Promise<MergeOutcome['outcome']> => {
    const both = await models.departments
      .find({ ...place, _id: { $in: [from, into] } }, null, { session })
      .lean();
    const first = both.find(({ _id }) => _id === from);
    const second = both.find(({ _id }) => _id === into);
    if (!first || !second) return 'gone';
    if (!isActive(second)) return 'archived';
    for (const follow of mergeFollowers) await follow(context, { from: first, into: second, seers }, session);
    await models.departments.deleteOne({ ...place, _id: from }, { session });
    // The one that is left must not be archived or merged away in this moment.
    await models.departments.updateOne({ ...place, _id: into }, { $inc: { uses: 1 } }, { session });
    await markRecentDigests(context, session);
    const details = { from: first.name, into: second.name, ...extent };
    await audit(context, { who: userId, action: 'department.merged', details }, session);
    return 'done';
  });
  return { outcome, extent };
}
