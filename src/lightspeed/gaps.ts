import type { Gap, Link } from '../../models/link.ts';
import type { Context } from '../context.ts';

/** Whether nobody wanted the account read at an instant (epoch milliseconds): while it was paused or unlinked. */
export function isInGap({ gaps }: { gaps: readonly Gap[] }, instant: number): boolean {
  return gaps.some(({ from, to }) => from.getTime() <= instant && (to === null || instant < to.getTime()));
}

/** From now on nobody wants the account read. */
export function gapFrom(now: Date): Gap {
  return { from: now, to: null };
}

/** The account is read again from now on. */
export async function endGap({ models, workspace, clock }: Context, link: Pick<Link, '_id'>): Promise<void> {
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id, 'gaps.to': null },
    { $set: { 'gaps.$[open].to': new Date(clock()) } },
    { arrayFilters: [{ 'open.to': null }] },
  );
}
