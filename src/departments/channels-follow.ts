import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import type { Merge } from './merge.ts';

/** A channel that is shown the one department, and what it was last shown, shows the other instead. */
export async function channelsFollow(
  { models, workspace }: Context,
  { from, into }: Merge,
  session: ClientSession,
): Promise<void> {
  const workspaceId = workspace._id;
  const channels = { workspaceId, departments: from._id };
  await models.channels.updateMany(channels, { $addToSet: { departments: into._id } }, { session });
  await models.channels.updateMany(channels, { $pull: { departments: from._id } }, { session });
  const posts = { workspaceId, 'look.departments': from._id };
  await models.digestPosts.updateMany(posts, { $addToSet: { 'look.departments': into._id } }, { session });
  await models.digestPosts.updateMany(posts, { $pull: { 'look.departments': from._id } }, { session });
}
