import type { ClientSession } from 'mongoose';
import type { Share } from '../../models/mapping.ts';
import type { Context } from '../context.ts';
import { addDepartment } from './add-department.ts';
import { UnknownChoiceError } from './errors.ts';
import { allDepartments } from './in-order.ts';
import { nameKey } from './name.ts';
import type { NamedShare } from './read-shares.ts';

/** Where a store is to go. */
export type Target =
  | { kind: 'department'; departmentId: string }
  | { kind: 'new'; name: string }
  | { kind: 'split'; shares: readonly NamedShare[] }
  | { kind: 'ignore' };

const whole = 10_000;

/** Makes what turns a choice into shares; departments that are named and not there yet are added. Part of a transaction. */
export async function sharesResolver(
  context: Context,
  userId: string,
  session: ClientSession,
): Promise<(target: Target) => Promise<Share[]>> {
  const departments = await allDepartments(context, session);
  const known = new Set(departments.map(({ _id }) => _id));
  const byKey = new Map(departments.map(({ _id, key }) => [key, _id]));
  const idOf = async (name: string): Promise<string> => {
    const key = nameKey(name);
    const id = byKey.get(key) ?? (await addDepartment(context, { name, userId }, session))._id;
    byKey.set(key, id);
    return id;
  };
  return async (target) => {
    switch (target.kind) {
      case 'ignore':
        return [];
      case 'new':
        return [{ departmentId: await idOf(target.name), weight: whole }];
      case 'split': {
        const shares: Share[] = [];
        for (const { name, weight } of target.shares) shares.push({ departmentId: await idOf(name), weight });
        return shares;
      }
      case 'department':
        if (!known.has(target.departmentId))
          throw new UnknownChoiceError('a department of another workspace');
        return [{ departmentId: target.departmentId, weight: whole }];
    }
  };
}

/**
 * Says in each department that stores come into it, so that whoever archives it or merges it away at this moment has to look
 * again. Throws an UnknownChoiceError when one is archived or gone.
 */
export async function useDepartments(
  { models, workspace }: Context,
  shares: readonly Share[],
  session: ClientSession,
): Promise<void> {
  const ids = [...new Set(shares.map(({ departmentId }) => departmentId))];
  const { matchedCount } = await models.departments.updateMany(
    { workspaceId: workspace._id, _id: { $in: ids }, archivedAt: null },
    { $inc: { uses: 1 } },
    { session },
  );
  if (matchedCount < ids.length) throw new UnknownChoiceError('a department that is archived or gone');
}
