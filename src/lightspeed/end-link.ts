import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import { gapFrom } from './gaps.ts';
import { tokensFrom } from './secret.ts';

/**
 * Ends a link: its key is deleted, a consent is given back, and no night reads it any more; its figures stay. Undefined
 * when there is no such link.
 */
export async function endLink(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<Link | undefined> {
  const { models, workspace, clock } = context;
  const place = { workspaceId: workspace._id };
  const link = await models.links
    .findOneAndUpdate(
      { ...place, _id: linkId, state: { $ne: 'unlinked' } },
      { $set: { state: 'unlinked', key: null }, $inc: { 'renewal.token': 1 } },
      { returnDocument: 'before' },
    )
    .lean();
  if (!link) return undefined;
  if (link.state !== 'paused') {
    const gap = gapFrom(new Date(clock()));
    await models.links.updateOne({ ...place, _id: linkId }, { $push: { gaps: gap } });
  }
  await models.nights.updateMany({ ...place, linkId, state: 'waiting' }, { $set: { state: 'superseded' } });
  await audit(context, { who: userId, action: 'link.ended', details: { linkId, account: link.name } });
  await giveBack(context, link);
  return { ...link, state: 'unlinked', key: null };
}

/** Ends the consent at Lightspeed too; where that fails, the tokens are gone here and run out there within 30 days. */
async function giveBack({ oauth, vault, logger }: Context, link: Link): Promise<void> {
  const { _id: linkId, workspaceId, credential, key } = link;
  if (!oauth || credential !== 'oauth' || key === null) return;
  try {
    const { refreshToken } = tokensFrom(await vault.open(key, { workspaceId, linkId }));
    await oauth.revoke(refreshToken);
  } catch (error) {
    logger.warn({ err: error, linkId }, 'a consent could not be given back to Lightspeed');
  }
}
