import { acrossAllWorkspaces } from '../../models/wall.ts';
import { placeOfTokens } from '../../src/installations/tokens.ts';
import { VaultError, type VaultPlace } from '../../src/security/vault.ts';
import type { Opened } from '../open.ts';
import { type Found, fault, ok, warning } from './finding.ts';

/** Whether everything that is kept encrypted opens, and with the first key. */
export async function vaultFindings({ engine }: Opened): Promise<Found[]> {
  const { models, vault } = engine;
  const links = await models.links.find({ key: { $ne: null } }, null, acrossAllWorkspaces).lean();
  const installations = await models.installations.find({}, null, acrossAllWorkspaces).lean();
  const kept: [sealed: string, place: VaultPlace][] = [
    ...links.map(({ _id, workspaceId, key }) => [key ?? '', { workspaceId, linkId: _id }] as const),
    ...installations.map(({ workspaceId, tokens }) => [tokens, placeOfTokens(workspaceId)] as const),
  ].map(([sealed, place]) => [sealed, place]);
  let closed = 0;
  for (const [sealed, place] of kept) {
    try {
      await vault.open(sealed, place);
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      closed += 1;
    }
  }
  const old = kept.filter(([sealed]) => !vault.isCurrent(sealed)).length;
  const what = `${kept.length} stored ${kept.length === 1 ? 'key opens' : 'keys open'}`;
  if (closed > 0) {
    return [
      fault(what, {
        wrong: `${closed} of them cannot be opened`,
        next: 'Put the encryption key that is missing back into ENCRYPTION_KEYS, after the first.',
      }),
    ];
  }
  if (old === 0) return [ok(what)];
  return [
    warning(what, {
      wrong: `${old} of them with an older encryption key`,
      next: 'Run `npm run daybook -- keys rotate`; then the older one can go.',
    }),
  ];
}
