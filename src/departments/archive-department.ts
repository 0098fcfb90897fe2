import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { storesIn } from './stores-in.ts';

/** `has-stores`: stores belong to it today or later, so that their turnover would be told nowhere. */
export interface ArchiveOutcome {
  outcome: 'done' | 'gone' | 'has-stores';
  /** The names of those stores. */
  stores: readonly string[];
}

/**
 * Archives a department: it cannot be chosen any more and shows in old days only. Nothing is changed while stores belong to
 * it; their names are said. Archiving an archived one again changes nothing.
 */
export function archiveDepartment(
  context: Context,
  { departmentId, userId }: { departmentId: string; userId: string },
): Promise<ArchiveOutcome> {
  const { models, workspace, connection, clock } = context;
  const place = { workspaceId: workspace._id, _id: departmentId };
  return inTransaction(connection, async (session): Promise<ArchiveOutcome> => {
    const department = await models.departments.findOne(place, null, { session }).lean();
    if (!department) return { outcome: 'gone', stores: [] };
    const stores = await storesIn(context, departmentId, session);
    if (stores.length > 0) return { outcome: 'has-stores', stores };
    const { modifiedCount } = await models.departments.updateOne(
      { ...place, archivedAt: null },
      { $set: { archivedAt: new Date(clock()) } },
      { session },
    );
    if (modifiedCount > 0) {
      const details = { name: department.name };
      await audit(context, { who: userId, action: 'department.archived', details }, session);
    }
    return { outcome: 'done', stores: [] };
  });
}

/** Brings an archived department back: it can be chosen again. */
export function restoreDepartment(
  context: Context,
  { departmentId, userId }: { departmentId: string; userId: string },
): Promise<'done' | 'gone'> {
  const { models, workspace, connection } = context;
  const place = { workspaceId: workspace._id, _id: departmentId };
  return inTransaction(connection, async (session) => {
    const department = await models.departments
      .findOneAndUpdate(place, { $set: { archivedAt: null } }, { returnDocument: 'before', session })
      .lean();
    if (!department) return 'gone';
    if (department.archivedAt) {
      const details = { name: department.name };
      await audit(context, { who: userId, action: 'department.restored', details }, session);
    }
    return 'done';
  });
}
