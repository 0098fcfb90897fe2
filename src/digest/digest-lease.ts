import { leaseLength } from '../../models/lease.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';

/** Takes one digest that is to be posted or checked (or that very one); undefined when there is none. */
export async function claimDigest(
  { models, clock }: Engine,
  only: { _id?: DigestPostDocument['_id']; channelId?: { $nin: string[] } } = {},
): Promise<DigestPostDocument | undefined> {
  const now = new Date(clock());
  const post = await models.digestPosts.findOneAndUpdate(
    {
      ...only,
      nextAt: { $lte: now },
      $and: [
        { $or: [{ state: 'waiting' }, { state: 'posted', toCheck: true }] },
        { $or: [{ 'lease.until': null }, { 'lease.until': { $lte: now } }] },
      ],
    },
    { $set: { 'lease.until': new Date(now.getTime() + leaseLength) }, $inc: { 'lease.token': 1 } },
    { sort: { nextAt: 1 }, returnDocument: 'after', ...acrossWorkspaces },
  );
  return post ?? undefined;
}

/**
 * Writes down that a digest says what was so when it was claimed, and lets it go. Where figures were written meanwhile it
 * stays marked, to be checked again. Throws a LeaseLostError.
 */
export async function finishDigest(
  engine: Engine,
  post: DigestPostDocument,
  told: Record<string, unknown>,
): Promise<void> {
  const change = { ...told, inDoubt: null, 'lease.until': null };
  const { matchedCount } = await engine.models.digestPosts.updateOne(
    { _id: post._id, workspaceId: post.workspaceId, 'lease.token': post.lease.token, marks: post.marks },
    { $set: { ...change, toCheck: false }, $inc: { 'lease.beats': 1 } },
  );
  if (matchedCount === 0) await settleDigest(engine, post, change);
}

/** Writes down what became of a digest while it is ours. Throws a LeaseLostError. */
export async function settleDigest(
  { models }: Engine,
  post: DigestPostDocument,
  change: Record<string, unknown>,
): Promise<void> {
  const { matchedCount } = await models.digestPosts.updateOne(
    { _id: post._id, workspaceId: post.workspaceId, 'lease.token': post.lease.token },
    { $set: change, $inc: { 'lease.beats': 1 } },
  );
  if (matchedCount === 0) throw new LeaseLostError('the digest was taken over by another process');
}
