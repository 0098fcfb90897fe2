import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { namesApart } from './names-apart.ts';

/** The open stores by name, each with its account where others have the same one. */
export async function storeNames({
  models,
  workspace,
}: Context): Promise<Pick<Store, 'linkId' | 'storeId' | 'name'>[]> {
  const workspaceId = workspace._id;
  // Asked for at each letter that is typed, of what may be thousands of stores: no more than their names.
  const [stores, links] = await Promise.all([
    models.stores
      .find({ workspaceId, archived: false }, { _id: 0, linkId: 1, storeId: 1, name: 1 })
      .sort({ name: 1, storeId: 1 })
      .lean(),
    models.links.find({ workspaceId }, { name: 1 }).lean(),
  ]);
  const nameOf = namesApart(stores, links);
  return stores.map((store) => ({ ...store, name: nameOf(store) }));
}
