import type { AccessList } from '../../models/access.ts';
import { accessAfter, type MergedIds } from '../access/access-after-merge.ts';
import type { Context } from '../context.ts';
import { type Extent, extentOf } from './extent.ts';

/** What a merge would do. */
export interface MergePreview {
  /** What it would move. */
  extent: Extent;
  /** Who would see what comes out of it; null: who sees the rest, as now. */
  access: AccessList | null;
  /** Channels whose digest tells of one of the two only, and would tell of both. */
  channels: string[];
}

/** Changes nothing. Throws a DeliveryError when Slack does not say who may see the two now. */
export async function previewMerge(context: Context, merge: MergedIds): Promise<MergePreview> {
  const { models, workspace } = context;
  const [extent, access, channels] = await Promise.all([
    extentOf(context, { departmentId: merge.from }),
    accessAfter(context, merge),
    models.channels.find({ workspaceId: workspace._id }, { channelId: 1, departments: 1 }).lean(),
  ]);
  const tellsOne = channels.filter(
    ({ departments }) => departments && departments.includes(merge.from) !== departments.includes(merge.into),
  );
  return { extent, access, channels: tellsOne.map(({ channelId }) => channelId) };
}
