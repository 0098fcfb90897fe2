import type { ClientSession } from 'mongoose';
import { mergedList } from '../access/access-after-merge.ts';
import type { Context } from '../context.ts';
import { accessOf } from '../security/access-rules.ts';
import type { Merge } from './merge.ts';

/** Nobody sees figures by a merge that they might not see before: the department that is left is kept to who saw both. */
export async function accessFollows(
  { models, workspace }: Context,
  { from, into, seers }: Merge,
  session: ClientSession,
): Promise<void> {
  const now = await models.workspaces.findById(workspace._id, null, { session }).lean();
  const list = now && mergedList(now, { from: from._id, into: into._id }, seers);
  if (!list) return;
  const departments = accessOf(now)
    .departments.filter(({ departmentId }) => departmentId !== from._id && departmentId !== into._id)
    .concat({ ...list, departmentId: into._id });
  await models.workspaces.updateOne(
    { _id: workspace._id },
    { $set: { 'access.departments': departments } },
    { session },
  );
}
