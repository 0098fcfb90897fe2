import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../security/audit.ts';
import { allDepartments } from './in-order.ts';

/**
 * Puts a department behind another one in every list, or first where `after` is null. From then on departments stand as
 * they were put, new ones at the end. `gone`: one of the two is not there any more, and nothing was changed.
 */
export function moveDepartment(
  context: Context,
  { departmentId, after, userId }: { departmentId: string; after: string | null; userId: string },
): Promise<'done' | 'gone'> {
  const { models, workspace, connection } = context;
  return inTransaction(connection, async (session) => {
    const before = await allDepartments(context, session);
    const moved = before.find(({ _id }) => _id === departmentId);
    const others = before.filter(({ _id }) => _id !== departmentId);
    const place = after === null ? 0 : others.findIndex(({ _id }) => _id === after) + 1;
    if (!moved || (after !== null && place === 0)) return 'gone';
    if (before[place]?._id === departmentId) return 'done';
    const orders = others
      .toSpliced(place, 0, moved)
      .map(({ _id, order }, index) => ({ _id, order, wanted: index + 1 }));
    await models.departments.bulkWrite(
      orders
        .filter(({ order, wanted }) => order !== wanted)
        .map(({ _id, wanted }) => ({
          updateOne: {
            filter: { workspaceId: workspace._id, _id },
            update: { $set: { order: wanted } },
          },
        })),
      { session },
    );
    const details = { name: moved.name, after: others[place - 1]?.name ?? null };
    await audit(context, { who: userId, action: 'department.moved', details }, session);
    return 'done';
  });
}

/** Puts all departments in the order of their names again, new ones too. */
export function sortByName(context: Context, { userId }: { userId: string }): Promise<void> {
  const { models, workspace, connection } = context;
  return inTransaction(connection, async (session) => {
    const { modifiedCount } = await models.departments.updateMany(
      { workspaceId: workspace._id, order: { $ne: 0 } },
      { $set: { order: 0 } },
      { session },
    );
    if (modifiedCount === 0) return;
    await audit(context, { who: userId, action: 'departments.sorted', details: {} }, session);
  });
}
