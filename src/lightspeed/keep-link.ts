import { type Link, nothingTold } from '../../models/link.ts';
import type { Context } from '../context.ts';
import type { Account } from './connector.ts';
import { endGap } from './gaps.ts';
import { type LinkSecret, secretFields, secretText } from './secret.ts';

interface Keeping {
  account: Account;
  secret: LinkSecret;
  userId: string;
}

/** Keeps a new link. Throws MongoDB's duplicate key error when the account is linked already. */
export async function addLink(context: Context, { account, secret, userId }: Keeping): Promise<void> {
  const { models, workspace, vault, clock, newId } = context;
  const linkId = newId();
  const now = new Date(clock());
  const link: Link = {
    _id: linkId,
    workspaceId: workspace._id,
    ...secretFields(secret),
    accountId: account.id,
    name: account.name,
    currency: account.currency,
    key: await vault.seal(secretText(secret), { workspaceId: workspace._id, linkId }),
    state: 'active',
    linkedBy: userId,
    linkerSeenAt: null,
    linkedAt: now,
    gaps: [],
    troubleSince: null,
    pastTrouble: null,
    told: nothingTold,
    renewedAt: secret.kind === 'oauth' ? now : null,
    renewal: { token: 0, until: null, beats: 0 },
  };
  await models.links.create(link);
}

/** Gives a link another key; a paused one stays paused, an ended one lives again. Nights that wait for the key run at once. */
export async function replaceSecret(
  context: Context,
  { link, account, secret, userId }: Keeping & { link: Link },
): Promise<void> {
  const { models, workspace, vault, clock } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const now = new Date(clock());
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id },
    {
      $set: {
        ...secretFields(secret),
        name: account.name,
        currency: account.currency,
        key: await vault.seal(secretText(secret), place),
        state: link.state === 'paused' ? 'paused' : 'active',
        linkedBy: userId,
        linkerSeenAt: null,
        troubleSince: null,
        told: nothingTold,
        renewedAt: secret.kind === 'oauth' ? now : null,
        'renewal.until': null,
        ...(link.state === 'unlinked' ? { linkedAt: now } : {}),
      },
      // A renewal that is under way elsewhere must not put its tokens over the new key.
      $inc: { 'renewal.token': 1 },
    },
  );
  if (link.state === 'unlinked') await endGap(context, link);
  await models.nights.updateMany({ ...place, state: 'waiting' }, { $set: { dueAt: now } });
  await models.backfills.updateMany({ ...place, state: 'running' }, { $set: { dueAt: now, tries: 0 } });
}
