import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import type { Connector } from './connector.ts';

/** A connector for a kept link: its key is opened for this one use. Throws a VaultError. */
export async function openLink(
  context: Context,
  link: Pick<Link, '_id' | 'key' | 'accountId'>,
): Promise<Connector> {
  if (link.key === null) throw new Error('an unlinked account has no key');
  const key = await context.vault.open(link.key, { workspaceId: context.workspace._id, linkId: link._id });
  return context.connect({ key, accountId: link.accountId });
}
