import type { Link } from '../../models/link.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { audit } from '../security/audit.ts';
import { adoptLanguage } from '../workspaces.ts';
import type { Account } from './connector.ts';
import { addLink, replaceSecret } from './keep-link.ts';
import type { LinkSecret, Tokens } from './secret.ts';
import { keepStores } from './stores.ts';
import type { TillAccess } from './till.ts';
import { tidyPrefix } from './x-series/base-url.ts';

export interface Linked {
  link: Link;
  stores: Store[];
  /** False: the account was linked before and has a new key now. */
  isNew: boolean;
}

/** Who links, and how long (milliseconds) they wait. */
interface Linking {
  userId: string;
  deadline: number;
}

/**
 * Links an account by its API key, or with a domain prefix an X-Series account by its personal token. The key is tried
 * first: nothing is kept of one that does not open the account and list its stores. Throws a LightspeedError, or a
 * RangeError for a prefix that is none.
 */
export function linkAccount(
  context: Context,
  { key, prefix, ...linking }: { key: string; prefix?: string } & Linking,
): Promise<Linked> {
  const secret: LinkSecret =
    prefix === undefined ? { kind: 'key', key } : { kind: 'token', token: key, prefix: tidyPrefix(prefix) };
  return link(context, { secret, ...linking });
}

/** Links the account that a person gave consent to. Throws a LightspeedError; then nothing is kept. */
export function linkByConsent(
  context: Context,
  { tokens, ...linking }: { tokens: Tokens } & Linking,
): Promise<Linked> {
  return link(context, { secret: { kind: 'oauth', tokens }, ...linking });
}

async function link(
  context: Context,
  { secret, userId, deadline }: { secret: LinkSecret } & Linking,
): Promise<Linked> {
  const connector = context.connect({ ...accessBy(secret), deadline });
  const account = await connector.account();
  const stores = await connector.stores();

  const series = secret.kind === 'token' ? 'x' : 'r';
  const find = () => findLink(context, series, account);
  const known = (await find()) ?? (await addUnlessThere(context, { account, secret, userId }, find));
  const isNew = known === undefined;
  if (known) await replaceSecret(context, { link: known, account, secret, userId });
  const kept = known ?? (await find());
  if (!kept) throw new Error('a link that was just kept is gone');
  const all = await keepStores(context, { linkId: kept._id, stores, isAnnounced: true });
  await adoptZone(context, all);
  if (isNew) await adoptLanguage(context, userId);
  await audit(context, {
    who: userId,
    action: isNew ? 'link.made' : 'link.key-replaced',
    details: { linkId: kept._id, account: account.name },
  });
  return { link: (await find()) ?? kept, stores: all, isNew };
}

/** Adds the link; where two people linked the same account at once, the one that was there first. */
async function addUnlessThere(
  context: Context,
  adding: { account: Account; secret: LinkSecret; userId: string },
  find: () => Promise<Link | null>,
): Promise<Link | undefined> {
  try {
    await addLink(context, adding);
    return undefined;
  } catch (error) {
    const other = isDuplicateKey(error) ? await find() : null;
    if (!other) throw error;
    return other;
  }
}

function accessBy(secret: LinkSecret): TillAccess {
  switch (secret.kind) {
    case 'key':
      return { series: 'r', credentials: { kind: 'key', key: secret.key } };
    case 'oauth':
      return { series: 'r', credentials: { kind: 'bearer', token: async () => secret.tokens.accessToken } };
    case 'token':
      return { series: 'x', prefix: secret.prefix, token: secret.token };
  }
}

function findLink(
  { models, workspace }: Context,
  series: Link['series'],
  account: Account,
): Promise<Link | null> {
  return models.links.findOne({ workspaceId: workspace._id, series, accountId: account.id }).lean();
}

/** Until someone says otherwise, the team lives where its first store is. */
async function adoptZone({ models, workspace }: Context, stores: readonly Store[]): Promise<void> {
  const zone = stores.find((store) => store.zone !== null && !store.archived)?.zone;
  if (zone) await models.workspaces.updateOne({ _id: workspace._id, zone: 'UTC' }, { $set: { zone } });
}
