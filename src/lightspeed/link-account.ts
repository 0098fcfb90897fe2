import type { Link } from '../../models/link.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { audit } from '../security/audit.ts';
import type { Account } from './connector.ts';
import { keepStores } from './stores.ts';

export interface Linked {
  link: Link;
  stores: Store[];
  /** False: the account was linked before and has a new key now. */
  isNew: boolean;
}

/**
 * Links an account by its API key. The key is tried first: nothing is kept of one that does not open the account and list
 * its stores. Throws a LightspeedError.
 */
export async function linkAccount(
  context: Context,
  { key, userId, deadline }: { key: string; userId: string; deadline: number },
): Promise<Linked> {
  const connector = context.connect({ key, deadline });
  const account = await connector.account();
  const stores = await connector.stores();

  const known = await findLink(context, account);
  const link = known ?? (await addLink(context, { account, key, userId }));
  if (known) await replaceKey(context, { link, account, key, userId });
  const kept = await keepStores(context, { linkId: link._id, stores });
  await adoptZone(context, kept);
  await audit(context, {
    who: userId,
    action: known ? 'link.key-replaced' : 'link.made',
    details: { linkId: link._id, account: account.name },
  });
  return { link: (await findLink(context, account)) ?? link, stores: kept, isNew: !known };
}

function findLink({ models, workspace }: Context, account: Account): Promise<Link | null> {
  return models.links.findOne({ workspaceId: workspace._id, series: 'r', accountId: account.id }).lean();
}

interface Linking {
  account: Account;
  key: string;
  userId: string;
}

async function addLink(context: Context, { account, key, userId }: Linking): Promise<Link> {
  const { models, workspace, vault, clock, newId } = context;
  const linkId = newId();
  const link: Link = {
    _id: linkId,
    workspaceId: workspace._id,
    series: 'r',
    accountId: account.id,
    name: account.name,
    currency: account.currency,
    key: await vault.seal(key, { workspaceId: workspace._id, linkId }),
    keyHint: key.slice(-4),
    state: 'active',
    linkedBy: userId,
    linkedAt: new Date(clock()),
    troubleSince: null,
  };
  try {
    await models.links.create(link);
    return link;
  } catch (error) {
    // Two people linked the same account at once: the first one's link stands.
    const other = isDuplicateKey(error) ? await findLink(context, account) : null;
    if (!other) throw error;
    return other;
  }
}

async function replaceKey(
  context: Context,
  { link, account, key, userId }: Linking & { link: Link },
): Promise<void> {
  const { models, workspace, vault, clock } = context;
  const place = { workspaceId: workspace._id, linkId: link._id };
  const revived = link.state === 'unlinked' ? { linkedAt: new Date(clock()) } : {};
  await models.links.updateOne(
    { workspaceId: workspace._id, _id: link._id },
    {
      $set: {
        name: account.name,
        currency: account.currency,
        key: await vault.seal(key, place),
        keyHint: key.slice(-4),
        state: 'active',
        linkedBy: userId,
        troubleSince: null,
        ...revived,
      },
    },
  );
  await models.nights.updateMany({ ...place, state: 'waiting' }, { $set: { dueAt: new Date(clock()) } });
}

/** Until someone says otherwise, the team lives where its first store is. */
async function adoptZone({ models, workspace }: Context, stores: readonly Store[]): Promise<void> {
  const zone = stores.find((store) => store.zone !== null && !store.archived)?.zone;
  if (zone) await models.workspaces.updateOne({ _id: workspace._id, zone: 'UTC' }, { $set: { zone } });
}
