import { holdBackfills, releaseBackfills } from '../backfill/hold-backfills.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import { endGap, gapFrom } from './gaps.ts';

/**
 * Pauses a link: no night reads it until it is resumed, nobody waits for its days, and older days that were asked for wait too.
 * False when it cannot be paused.
 */
export async function pauseLink(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<boolean> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id };
  const { modifiedCount } = await models.links.updateOne(
    { ...place, _id: linkId, state: { $in: ['active', 'refused'] } },
    { $set: { state: 'paused', troubleSince: null }, $push: { gaps: gapFrom(new Date(clock())) } },
  );
  if (modifiedCount === 0) return false;
  await models.nights.updateMany({ ...place, linkId, state: 'waiting' }, { $set: { state: 'superseded' } });
  await audit(context, { who: userId, action: 'link.paused', details: { linkId } });
  await holdBackfills(context, { linkId });
  return true;
}

/**
 * Resumes a paused link: nights begin again and older days go on. The days of the pause are not made up for; those that were
 * missed before it are. False when it is not paused.
 */
export async function resumeLink(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<boolean> {
  const { models, workspace } = context;
  const { modifiedCount } = await models.links.updateOne(
    { workspaceId: workspace._id, _id: linkId, state: 'paused' },
    { $set: { state: 'active', 'told.refused': null, 'told.outage': null } },
  );
  if (modifiedCount === 0) return false;
  await endGap(context, { _id: linkId });
  await audit(context, { who: userId, action: 'link.resumed', details: { linkId } });
  await releaseBackfills(context, { linkId });
  return true;
}
