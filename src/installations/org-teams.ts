import type { Engine } from '../context.ts';

/** An organisation let Daybook into some of its teams, or out of them; the installation stays. */
export async function changeTeams(
  { models }: Engine,
  { workspaceId, added = [], removed = [] }: { workspaceId: string; added?: string[]; removed?: string[] },
): Promise<void> {
  const own = { workspaceId, teamId: null };
  await models.installations.updateOne(own, { $addToSet: { teamIds: { $each: added } } });
  await models.installations.updateOne(own, { $pull: { teamIds: { $in: removed } } });
}
