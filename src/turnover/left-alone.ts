import type { Context } from '../context.ts';
import { addDays, type Day, dayOf } from './trading-day.ts';

/**
 * Whether nothing reads a day any more by itself: every account was linked after it, and no older days are being imported
 * that hold it. What is not in then stays so until somebody asks for it.
 */
export async function isLeftAlone({ models, workspace }: Context, day: Day): Promise<boolean> {
  const workspaceId = workspace._id;
  const links = await models.links.find({ workspaceId, state: { $ne: 'unlinked' } }, { linkedAt: 1 }).lean();
  const rule = { zone: workspace.zone, cutOff: 0 };
  // The first night after linking reads the day before it, too.
  if (links.some(({ linkedAt }) => day >= addDays(dayOf(linkedAt.getTime(), rule), -1))) return false;
  const coming = { workspaceId, state: 'running', from: { $lte: day }, next: { $gte: day } } as const;
  return (await models.backfills.findOne(coming, { _id: 1 }).lean()) === null;
}
