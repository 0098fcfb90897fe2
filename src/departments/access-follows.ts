import type { ClientSession } from 'mongoose';
import type { AccessList } from '../../models/access.ts';
import type { Context } from '../context.ts';
import { accessOf } from '../security/access-rules.ts';
import type { Merge } from './merge.ts';

/**
 * Nobody sees figures by a merge that they might not see before: what comes out of a department that is kept to fewer people
 * keeps the other one to them too, and of two such only who was on both lists is left.
 */
export async function accessFollows(
  { models, workspace }: Context,
  { from, into }: Merge,
  session: ClientSession,
): Promise<void> {
  const now = await models.workspaces.findById(workspace._id, null, { session }).lean();
  const kept = now ? accessOf(now).departments : [];
  const first = kept.find(({ departmentId }) => departmentId === from._id);
  if (!first) return;
  const second = kept.find(({ departmentId }) => departmentId === into._id);
  const departments = kept
    .filter((each) => each !== first && each !== second)
    .concat({ ...(second ? onBoth(first, second) : first), departmentId: into._id });
  await models.workspaces.updateOne(
    { _id: workspace._id },
    { $set: { 'access.departments': departments } },
    { session },
  );
}

function onBoth(first: AccessList, second: AccessList): AccessList {
  return {
    people: first.people.filter((person) => second.people.includes(person)),
    channels: first.channels.filter((channel) => second.channels.includes(channel)),
  };
}
