import { acrossAllWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { placeOfTokens } from '../installations/tokens.ts';
import { VaultError, type VaultPlace } from './vault.ts';

/** One stored secret, and how it is put in place of itself unless somebody gave another one meanwhile. */
interface Stored {
  sealed: string;
  place: VaultPlace;
  replace(fresh: string): Promise<unknown>;
}

/**
 * Encrypts every stored key and Slack token with the first of ENCRYPTION_KEYS; safe while Daybook runs. Returns how many there
 * were. One that cannot be opened stays as it is and keeps none of the others back; in the end a VaultError says how many.
 */
export async function rotateKeys(engine: Engine): Promise<number> {
  const { vault } = engine;
  const stored = [...(await storedKeys(engine)), ...(await storedTokens(engine))];
  let closed = 0;
  for (const { sealed, place, replace } of stored) {
    const secret = await vault.open(sealed, place).catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error;
      closed += 1;
    });
    if (secret !== undefined) await replace(await vault.seal(secret, place));
  }
  if (closed > 0) {
    throw new VaultError(
      `${closed} of ${stored.length} stored keys cannot be opened and stay as they are; the others are encrypted with the first encryption key`,
    );
  }
  return stored.length;
}

async function storedKeys({ models }: Engine): Promise<Stored[]> {
  const links = await models.links.find({ key: { $ne: null } }, null, acrossAllWorkspaces).lean();
  return links.map(({ _id, workspaceId, key }) => ({
    sealed: key ?? '',
    place: { workspaceId, linkId: _id },
    replace: (fresh) => models.links.updateOne({ _id, workspaceId, key }, { $set: { key: fresh } }),
  }));
}

async function storedTokens({ models }: Engine): Promise<Stored[]> {
  const installations = await models.installations.find({}, null, acrossAllWorkspaces).lean();
  return installations.map(({ workspaceId, tokens }) => ({
    sealed: tokens,
    place: placeOfTokens(workspaceId),
    replace: (fresh) => models.installations.updateOne({ workspaceId, tokens }, { $set: { tokens: fresh } }),
  }));
}
