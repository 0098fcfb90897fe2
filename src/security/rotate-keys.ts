import { acrossAllWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { placeOfTokens } from '../installations/tokens.ts';

/**
 * Encrypts every stored key and Slack token with the first of ENCRYPTION_KEYS; safe while Daybook runs. Returns how many there
 * were. Throws a VaultError when one cannot be opened; those before it are rotated.
 */
export async function rotateKeys(engine: Engine): Promise<number> {
  return (await rotateLinks(engine)) + (await rotateInstallations(engine));
}

async function rotateLinks({ models, vault }: Engine): Promise<number> {
  const links = await models.links.find({ key: { $ne: null } }, null, acrossAllWorkspaces).lean();
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

async function rotateInstallations({ models, vault }: Engine): Promise<number> {
  const installations = await models.installations.find({}, null, acrossAllWorkspaces).lean();
  for (const { workspaceId, tokens } of installations) {
    const place = placeOfTokens(workspaceId);
    const sealed = await vault.seal(await vault.open(tokens, place), place);
    // Only if they were not renewed meanwhile.
    await models.installations.updateOne({ workspaceId, tokens }, { $set: { tokens: sealed } });
  }
  return installations.length;
}
