import { type Link, nothingTold } from '../../models/link.ts';
import type { Models } from '../../models/models.ts';
import { createVault } from '../../src/security/vault.ts';
import { bookWorkspace } from '../book-workspace.ts';
import { encryptionKeys } from '../settings.ts';
import { managerId, teamId } from '../slack-stub.ts';
import { storeRecord } from '../store-record.ts';

/**
 * Keeps so many linked accounts of a workspace with a store each, linked yesterday, so that tonight's two days are all that is
 * due.
 */
export async function bookLinks(models: Models, count: number, workspaceId = teamId): Promise<void> {
  const vault = createVault(encryptionKeys);
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  await bookWorkspace(models, yesterday, workspaceId);
  const links: Link[] = [];
  for (let index = 0; index < count; index += 1) {
    const linkId = `${workspaceId}-${index}`;
    links.push({
      _id: linkId,
      workspaceId,
      series: 'r',
      credential: 'key',
      prefix: null,
      accountId: String(index + 1),
      name: `Account ${index}`,
      currency: 'EUR',
      key: await vault.seal(`key-${index}`, { workspaceId, linkId }),
      keyHint: '',
      state: 'active',
      linkedBy: managerId,
      linkerSeenAt: new Date(),
      linkedAt: yesterday,
      gaps: [],
      troubleSince: null,
      pastTrouble: null,
      told: nothingTold,
      renewedAt: null,
      renewal: { token: 0, until: null, beats: 0 },
    });
  }
  await models.links.insertMany(links);
  await models.stores.insertMany(
    links.map(({ _id }) =>
      storeRecord({ workspaceId, linkId: _id, storeId: '1', name: 'Shop', since: '2020-01-01' }),
    ),
  );
}
