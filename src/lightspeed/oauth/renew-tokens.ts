import { setTimeout as delay } from 'node:timers/promises';
import type { Link } from '../../../models/link.ts';
import type { Context } from '../../context.ts';
import { KeyRefusedError, LightspeedDownError } from '../errors.ts';
import { secretText, type Tokens, tokensFrom } from '../secret.ts';

/** A token this close to its end is renewed before it is used, milliseconds. */
const margin = 60_000;

/** How long one process may be at it before another one takes over, milliseconds. */
const leaseLasts = 45_000;

/** How often a process looks whether another one is done, and for how long in all, milliseconds. */
const look = 250;
const patience = 20_000;

type Place = Pick<Link, '_id' | 'workspaceId'>;

/**
 * Access tokens of a link: the kept one, or after its end, or when it was refused, a new one. One process renews at a time,
 * and both new tokens are kept before the new access token is given out. Throws a KeyRefusedError when the consent is lost,
 * another LightspeedError, or a VaultError.
 */
export function tokenSource(context: Context, link: Place): (refused?: string) => Promise<string> {
  let known: Tokens | undefined;
  return async (refused) => {
    known ??= (await keptTokens(context, link)).tokens;
    if (!isUsable(known, refused, context.clock())) known = await renewTokens(context, link, refused);
    return known.accessToken;
  };
}

/** Tokens newer than the refused one, by whichever process renewed them. */
async function renewTokens(context: Context, link: Place, refused: string | undefined): Promise<Tokens> {
  for (let waited = 0; waited < patience; waited += look) {
    const { tokens } = await keptTokens(context, link);
    if (isUsable(tokens, refused, context.clock())) return tokens;
    const lease = await claimRenewal(context, link);
    const renewed = lease === undefined ? undefined : await renewUnder(context, link, { lease, refused });
    if (renewed) return renewed;
    await delay(look);
  }
  throw new LightspeedDownError('Another process renews the tokens and does not come to an end.');
}

/** Undefined when the lease was lost on the way: what was renewed is not kept and not used. */
async function renewUnder(
  context: Context,
  link: Place,
  { lease, refused }: { lease: number; refused: string | undefined },
): Promise<Tokens | undefined> {
  try {
    // Somebody may have renewed between our look and our claim.
    const { tokens } = await keptTokens(context, link);
    if (isUsable(tokens, refused, context.clock())) return tokens;
    const renewed = await renewOnce(context, tokens.refreshToken);
    return (await keepTokens(context, link, { lease, tokens: renewed })) ? renewed : undefined;
  } catch (error) {
    // Refused because another process, which took our lease over, was quicker: its tokens are the good ones.
    if (error instanceof KeyRefusedError && !(await holdsRenewal(context, link, lease))) return undefined;
    throw error;
  } finally {
    await releaseRenewal(context, link, lease);
  }
}

async function renewOnce({ oauth }: Context, refreshToken: string): Promise<Tokens> {
  if (!oauth)
    throw new LightspeedDownError('LIGHTSPEED_R_CLIENT_ID is not set, so tokens cannot be renewed.');
  return oauth.renew(refreshToken);
}

function isUsable(tokens: Tokens, refused: string | undefined, now: number): boolean {
  return tokens.accessToken !== refused && tokens.expiresAt - margin > now;
}

async function keptTokens({ models, vault }: Context, link: Place): Promise<{ tokens: Tokens }> {
  const place = { workspaceId: link.workspaceId, linkId: link._id };
  const kept = await models.links.findOne({ workspaceId: link.workspaceId, _id: link._id }).lean();
  if (!kept?.key || kept.credential !== 'oauth') {
    throw new KeyRefusedError('The account was unlinked, or has another key by now.');
  }
  return { tokens: tokensFrom(await vault.open(kept.key, place)) };
}

/** The fencing token of a fresh lease; undefined while another process holds it. */
async function claimRenewal({ models, clock }: Context, link: Place): Promise<number | undefined> {
  const now = clock();
  const claimed = await models.links
    .findOneAndUpdate(
      {
        ...own(link),
        credential: 'oauth',
        $or: [{ 'renewal.until': null }, { 'renewal.until': { $lte: new Date(now) } }],
      },
      { $set: { 'renewal.until': new Date(now + leaseLasts) }, $inc: { 'renewal.token': 1 } },
      { returnDocument: 'after' },
    )
    .lean();
  return claimed?.renewal.token;
}

/** Keeps both tokens for good, unless the lease was lost or the link has another key meanwhile. */
async function keepTokens(
  { models, vault, clock }: Context,
  link: Place,
  { lease, tokens }: { lease: number; tokens: Tokens },
): Promise<boolean> {
  const key = await vault.seal(secretText({ kind: 'oauth', tokens }), {
    workspaceId: link.workspaceId,
    linkId: link._id,
  });
  const { matchedCount } = await models.links.updateOne(
    { ...own(link), 'renewal.token': lease, credential: 'oauth' },
    { $set: { key, renewedAt: new Date(clock()), 'told.consentEnding': null } },
    // A token that is used before a majority has it could be lost with its predecessor dead.
    { writeConcern: { w: 'majority', j: true } },
  );
  return matchedCount > 0;
}

async function holdsRenewal({ models }: Context, link: Place, lease: number): Promise<boolean> {
  return (await models.links.countDocuments({ ...own(link), 'renewal.token': lease })) > 0;
}

async function releaseRenewal({ models }: Context, link: Place, lease: number): Promise<void> {
  await models.links.updateOne(
    { ...own(link), 'renewal.token': lease },
    { $set: { 'renewal.until': null }, $inc: { 'renewal.beats': 1 } },
  );
}

function own({ _id, workspaceId }: Place) {
  return { _id, workspaceId };
}
