import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import type { Connector } from './connector.ts';
import { KeyRefusedError } from './errors.ts';
import { tokenSource } from './oauth/renew-tokens.ts';
import type { Asking } from './till.ts';

/** How long a person waits for Lightspeed in all, milliseconds. */
export const personWaits = 20_000;

/**
 * A connector for a kept link: its key is opened for this one use. Throws a VaultError, or a LightspeedError without a key;
 * with a deadline or signal the connector throws a LightspeedSlowError once it is over.
 */
export async function openLink(context: Context, link: Link, asking: Asking = {}): Promise<Connector> {
  const { _id, workspaceId, series, credential, prefix, accountId } = link;
  if (link.key === null) throw new KeyRefusedError('An unlinked account has no key.');
  if (credential === 'oauth') {
    const credentials = { kind: 'bearer', token: tokenSource(context, { _id, workspaceId }) } as const;
    return context.connect({ series: 'r', credentials, accountId, ...asking });
  }
  const secret = await context.vault.open(link.key, { workspaceId, linkId: _id });
  if (series === 'x') return context.connect({ series, prefix: prefix ?? '', token: secret, ...asking });
  return context.connect({ series, credentials: { kind: 'key', key: secret }, accountId, ...asking });
}
