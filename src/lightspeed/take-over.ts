import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';

/** From now on a link is this person's: news of its key goes to them. Undefined when there is no such link. */
export async function takeOverLink(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<Link | undefined> {
  const { models, workspace } = context;
  const link = await models.links
    .findOneAndUpdate(
      { workspaceId: workspace._id, _id: linkId, state: { $ne: 'unlinked' } },
      { $set: { linkedBy: userId, linkerSeenAt: null, 'told.linkerGone': null } },
      { returnDocument: 'after' },
    )
    .lean();
  if (!link) return undefined;
  await audit(context, { who: userId, action: 'link.taken-over', details: { linkId, account: link.name } });
  return link;
}
