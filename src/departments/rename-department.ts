import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { markRecentDigests } from './mark-digests.ts';
import { nameKey, tidyName } from './name.ts';

/** `exists`: another department has that name; `changed`: somebody else renamed it since it was shown. */
export type RenameOutcome = 'done' | 'exists' | 'changed' | 'gone';

/**
 * Gives a department another name, in old days too: digests of the last days are brought up to date. `was` is the name that
 * the person saw; the new one must have no nameProblem. The name it has already is no change.
 */
export async function renameDepartment(
  context: Context,
  { departmentId, was, name, userId }: { departmentId: string; was: string; name: string; userId: string },
): Promise<RenameOutcome> {
  const { models, workspace, connection } = context;
  const place = { workspaceId: workspace._id, _id: departmentId };
  const wanted = { name: tidyName(name), key: nameKey(name) };
  try {
    return await inTransaction(connection, async (session): Promise<RenameOutcome> => {
      const department = await models.departments.findOne(place, null, { session }).lean();
      if (!department) return 'gone';
      if (department.name === wanted.name) return 'done';
      if (department.name !== was) return 'changed';
      await models.departments.updateOne(place, { $set: wanted }, { session });
      await markRecentDigests(context, session);
      const details = { from: was, to: wanted.name };
      await audit(context, { who: userId, action: 'department.renamed', details }, session);
      return 'done';
    });
  } catch (error) {
    if (isDuplicateKey(error)) return 'exists';
    throw error;
  }
}
