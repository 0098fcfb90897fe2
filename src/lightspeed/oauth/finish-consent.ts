import { acrossWorkspaces } from '../../../models/wall.ts';
import type { Context, Engine } from '../../context.ts';
import { requireManager } from '../../security/permissions.ts';
import { enterWorkspace } from '../../workspaces.ts';
import { type Linked, linkByConsent } from '../link-account.ts';
import { hashOf } from './begin-consent.ts';

/** What came back with a browser. */
export interface ConsentAnswer {
  state: string | null;
  code: string | null;
  /** Lightspeed's word when there is no code. */
  error: string | null;
}

/** Whose request it was; known as soon as the state is. */
export interface ConsentAsker {
  context: Context;
  userId: string;
}

/**
 * `unknown`: the state is none of ours, was used, or is too old; `denied`: the person said no; `refused`: Lightspeed gave
 * another reason.
 */
export type ConsentOutcome =
  | { kind: 'unknown' }
  | ({ kind: 'denied' | 'refused' } & ConsentAsker)
  | ({ kind: 'linked'; linked: Linked } & ConsentAsker);

/** How long Lightspeed may take, milliseconds: a browser waits. */
const patience = 20_000;

/** Someone had no luck after the state was known: who, and why. */
export class ConsentFailedError extends Error {
  override readonly name = 'ConsentFailedError' as const;
  readonly asker: ConsentAsker;

  constructor(asker: ConsentAsker, cause: unknown) {
    super('the consent could not be used', { cause });
    this.asker = asker;
  }
}

/**
 * Links the account whose consent came back, for the person who was sent. The state is used up whatever happens. Throws a
 * ConsentFailedError whose cause is a LightspeedError, a NotPermittedError when the person no longer manages, or any other.
 */
export async function finishConsent(engine: Engine, answer: ConsentAnswer): Promise<ConsentOutcome> {
  const { models, oauth, vault, clock } = engine;
  if (!oauth || answer.state === null) return { kind: 'unknown' };
  const request = await models.consentRequests
    .findOneAndDelete({ _id: hashOf(answer.state), expiresAt: { $gt: new Date(clock()) } }, acrossWorkspaces)
    .lean();
  if (!request) return { kind: 'unknown' };

  const { workspaceId, userId } = request;
  const context = await enterWorkspace(engine, { workspaceId });
  const asker = { context, userId };
  if (answer.code === null)
    return { kind: answer.error === 'access_denied' ? 'denied' : 'refused', ...asker };
  try {
    await requireManager(context, userId);
    const verifier = await vault.open(request.verifier, { workspaceId, linkId: request._id });
    const tokens = await oauth.exchange({ code: answer.code, verifier });
    const linked = await linkByConsent(context, { tokens, userId, deadline: patience });
    return { kind: 'linked', linked, ...asker };
  } catch (cause) {
    throw new ConsentFailedError(asker, cause);
  }
}
