import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';

/**
 * Encrypts every stored key with the first of ENCRYPTION_KEYS; safe while Daybook runs. Returns how many there were.
 * Throws a VaultError when one cannot be opened; those before it are rotated.
 */
export async function rotateKeys({ models, vault }: Engine): Promise<number> {
  const links = await models.links.find({ key: { $ne: null } }, null, acrossWorkspaces).lean();
  for (const { _id, workspaceId, key } of links) {
    const place = { workspaceId, linkId: _id };
    const secret = await vault.open(key ?? '', place);
    // Only if nobody gave a new key meanwhile.
    await models.links.updateOne(
      { _id, workspaceId, key },
      { $set: { key: await vault.seal(secret, place) } },
    );
  }
  return links.length;
}
