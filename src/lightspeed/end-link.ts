import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** Ends a link: its key is deleted and no night reads it any more; its figures stay. Undefined when there is no such link. */
export async function endLink(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<Link | undefined> {
  const { models, workspace } = context;
  const place = { workspaceId: workspace._id };
  const link = await models.links
    .findOneAndUpdate(
      { ...place, _id: linkId, state: { $ne: 'unlinked' } },
      { $set: { state: 'unlinked', key: null } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!link) return undefined;
  await models.nights.updateMany({ ...place, linkId, state: 'waiting' }, { $set: { state: 'superseded' } });
  await audit(context, { who: userId, action: 'link.ended', details: { linkId, account: link.name } });
  return link;
}
