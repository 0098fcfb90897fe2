import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';

/** How long a person may take at Lightspeed, milliseconds. */
export const consentLasts = 10 * 60_000;

/**
 * The address at Lightspeed where a person gives consent: good once, for ten minutes, and for this person and workspace only.
 * Undefined where no OAuth client is set up.
 */
export async function beginConsent(
  { models, workspace, oauth, vault, clock }: Context,
  { userId }: { userId: string },
): Promise<string | undefined> {
  if (!oauth) return undefined;
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const _id = hashOf(state);
  await models.consentRequests.create({
    _id,
    workspaceId: workspace._id,
    userId,
    verifier: await vault.seal(verifier, { workspaceId: workspace._id, linkId: _id }),
    expiresAt: new Date(clock() + consentLasts),
  });
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return oauth.authorizeUrl({ state, challenge });
}

/** Under which name a state is kept. */
export function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
