import type { ClientSession } from 'mongoose';
import type { Department } from '../../models/department.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import { nameKey, tidyName } from './name.ts';

/**
 * Adds a department, or returns the one that has this name already, archived or not. The name must not be empty nor over 60
 * characters (nameProblem). It stands at the end where somebody put departments in order, else where its name belongs.
 */
export async function addDepartment(
  context: Context,
  { name, userId }: { name: string; userId: string },
  session?: ClientSession,
): Promise<Department> {
  const { models, workspace, newId } = context;
  const own = session ? { session } : {};
  const place = { workspaceId: workspace._id };
  const key = nameKey(name);
  const last = await models.departments.findOne(place, { order: 1 }, own).sort({ order: -1 }).lean();
  const order = last && last.order > 0 ? last.order + 1 : 0;
  const id = newId();
  const department = await models.departments
    .findOneAndUpdate(
      { ...place, key },
      { $setOnInsert: { _id: id, name: tidyName(name), order, archivedAt: null, uses: 0 } },
      { upsert: true, returnDocument: 'after', ...own },
    )
    .lean();
  if (department._id === id) {
    await audit(
      context,
      { who: userId, action: 'department.added', details: { name: department.name } },
      session,
    );
  }
  return department;
}
