import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { nextNight } from '../turnover/status.ts';
import { formRecords } from './fresh-choices.ts';
import { todayOf } from './today.ts';

/** How a link's stores are mapped now, and what comes next. */
export interface MappingSummary {
  linkId: string;
  departments: { name: string; stores: string[] }[];
  ignored: string[];
  unmapped: string[];
  /** When the next import runs, epoch milliseconds, and the zone to tell it in; null when no store can be read. */
  nextImport: { at: number; zone: string } | null;
  /** No older days were ever asked for. */
  mayBackfill: boolean;
  /** The channel that gets the digest; null when none was chosen. */
  channel: { channelId: string; hour: number } | null;
}

export async function mappingSummary(
  context: Context,
  { linkId }: { linkId: string },
): Promise<MappingSummary> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id };
  const { stores, departments } = await formRecords(context, linkId);
  const today = todayOf(context);
  const mapped = mappingOn(await models.mappings.find({ ...place, linkId }).lean(), today);
  const targetOf = (storeId: string) => mapped.get(`${linkId} ${storeId}`);
  const namesWhere = (wanted: (storeId: string) => boolean) =>
    stores.filter(({ storeId }) => wanted(storeId)).map(({ name }) => name);
  const asked = await models.backfills.countDocuments({ ...place, linkId }, { limit: 1 });
  const channel = await models.channels.findOne(place).sort({ chosenAt: 1 }).lean();
  return {
    linkId,
    departments: departments
      .map(({ _id, name }) => ({
        name,
        stores: namesWhere(
          (storeId) => targetOf(storeId)?.shares.some(({ departmentId }) => departmentId === _id) === true,
        ),
      }))
      .filter((department) => department.stores.length > 0),
    ignored: namesWhere((storeId) => targetOf(storeId)?.shares.length === 0),
    unmapped: namesWhere((storeId) => targetOf(storeId) === undefined),
    nextImport: (await nextNight(context, { ...place, _id: linkId })) ?? null,
    mayBackfill: asked === 0,
    channel: channel ? { channelId: channel.channelId, hour: channel.hour } : null,
  };
}
