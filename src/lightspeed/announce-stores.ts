import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { linkerAndManagers } from './recipients.ts';
import { tellAll } from './tell-once.ts';

/** Tells managers of stores that a night found for the first time, in one message and once over all processes. */
export async function announceStores(context: Context, link: Link): Promise<void> {
  const { models, workspace, faces } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const fresh = await models.stores
    .find({ ...place, announced: false })
    .sort({ name: 1 })
    .lean();
  const names: string[] = [];
  const claimed: string[] = [];
  for (const { storeId, name } of fresh) {
    const own = { ...place, storeId, announced: false };
    const { modifiedCount } = await models.stores.updateOne(own, { $set: { announced: true } });
    if (modifiedCount === 0) continue;
    claimed.push(storeId);
    names.push(name);
  }
  if (names.length === 0) return;
  const isHeard = await tellAll(context, {
    to: await linkerAndManagers(context, link),
    message: faces.newStores({ link, names }, workspace),
  });
  if (isHeard) return;
  await models.stores.updateMany({ ...place, storeId: { $in: claimed } }, { $set: { announced: false } });
}
