import type { Link } from '../../models/link.ts';
import type { StoreNotice } from '../../models/store-notice.ts';
import type { Context } from '../context.ts';
import { allDepartments, isActive } from '../departments/in-order.ts';

/** What a notice of new stores says. */
export interface StoreNoticeData {
  noticeId: string;
  link: Pick<Link, '_id' | 'name'>;
  stores: NewStore[];
  /** What may be chosen, in order. */
  departments: { _id: string; name: string }[];
}

export interface NewStore {
  storeId: string;
  name: string;
  /** Null: in no department yet. */
  mapped: NewStoreMapping | null;
}

export interface NewStoreMapping {
  /** The names of its departments; none: the store is ignored. */
  departments: string[];
  /** Slack's id of who said so. */
  by: string;
}

/** What a notice says now; undefined when its account is gone. */
export async function noticeData(
  context: Context,
  { _id: noticeId, linkId, storeIds }: Pick<StoreNotice, '_id' | 'linkId' | 'storeIds'>,
): Promise<StoreNoticeData | undefined> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id, linkId };
  const link = await models.links.findOne({ workspaceId: workspace._id, _id: linkId }).lean();
  if (!link) return undefined;
  const [stores, departments, mappings] = await Promise.all([
    models.stores
      .find({ ...place, storeId: { $in: storeIds } })
      .sort({ name: 1, storeId: 1 })
      .lean(),
    allDepartments(context),
    models.mappings
      .find({ ...place, storeId: { $in: storeIds } })
      .sort({ from: 1 })
      .lean(),
  ]);
  const latest = new Map(mappings.map((mapping) => [mapping.storeId, mapping]));
  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]));
  return {
    noticeId,
    link: { _id: link._id, name: link.name },
    stores: stores.map(({ storeId, name }) => {
      const mapping = latest.get(storeId);
      const names = new Set(mapping?.shares.map(({ departmentId }) => nameOf.get(departmentId) ?? ''));
      return { storeId, name, mapped: mapping ? { departments: [...names], by: mapping.mappedBy } : null };
    }),
    departments: departments.filter(isActive).map(({ _id, name }) => ({ _id, name })),
  };
}
