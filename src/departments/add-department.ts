import type { ClientSession } from 'mongoose';
import type { Department } from '../../models/department.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import { nameKey, tidyName } from './name.ts';

/** Adds a department, or returns the one that has this name already. The name must not be empty nor over 60 characters. */
export async function addDepartment(
  context: Context,
  { name, userId }: { name: string; userId: string },
  session?: ClientSession,
): Promise<Department> {
  const { models, workspace, newId } = context;
  const own = session ? { session } : {};
  const key = nameKey(name);
  const id = newId();
  const department = await models.departments
    .findOneAndUpdate(
      { workspaceId: workspace._id, key },
      { $setOnInsert: { _id: id, name: tidyName(name) } },
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
