import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { todayOf } from './today.ts';

/** The names of the open stores that belong to a department today or from a later day on, by name. */
export async function storesIn(
  context: Context,
  departmentId: string,
  session?: ClientSession,
): Promise<string[]> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id };
  const own = session ? { session } : {};
  const links = await models.links.find({ ...place, state: { $ne: 'unlinked' } }, { _id: 1 }, own).lean();
  const linkId = { $in: links.map(({ _id }) => _id) };
  const stores = await models.stores
    .find({ ...place, linkId, archived: false }, null, own)
    .sort({ name: 1 })
    .lean();
  const mappings = await models.mappings.find({ ...place, linkId }, null, own).lean();
  const today = todayOf(context);
  const now = [...mappingOn(mappings, today).values()];
  const belonging = new Set(
    [...now, ...mappings.filter(({ from }) => from > today)]
      .filter(({ shares }) => shares.some((share) => share.departmentId === departmentId))
      .map((mapping) => `${mapping.linkId} ${mapping.storeId}`),
  );
  return stores.filter((store) => belonging.has(`${store.linkId} ${store.storeId}`)).map(({ name }) => name);
}
