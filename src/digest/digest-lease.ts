import { leaseLength } from '../../models/lease.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';
import type { DigestPostDocument } from './due-digests.ts';

/** A digest that is to be posted or checked, before anybody claimed it. */
export type DigestToDo = Pick<DigestPostDocument, '_id' | 'workspaceId' | 'day'>;

/** How many are looked for at a time. */
const mostFound = 500;

/** The digests that have waited longest to be posted or checked, of other workspaces than those. */
export async function findDigests(
  { models, clock }: Engine,
  { notOf }: { notOf: readonly string[] },
): Promise<DigestToDo[]> {
  return models.digestPosts
    .find(
      { ...claimable(new Date(clock())), workspaceId: { $nin: notOf } },
      { workspaceId: 1, day: 1 },
      acrossWorkspaces,
    )
    .sort({ nextAt: 1 })
    .limit(mostFound)
    .lean();
}

/** Takes a digest that is to be posted or checked; undefined when somebody else has it, or nothing is to be done any more. */
export async function claimDigest(
  { models, clock }: Engine,
  { _id, workspaceId }: Pick<DigestToDo, '_id' | 'workspaceId'>,
): Promise<DigestPostDocument | undefined> {
  const now = new Date(clock());
  const post = await models.digestPosts.findOneAndUpdate(
    { _id, workspaceId, ...claimable(now) },
    { $set: { 'lease.until': leaseFrom(now.getTime()) }, $inc: { 'lease.token': 1 } },
    { returnDocument: 'after' },
  );
  return post ?? undefined;
}

const claimable = (now: Date) => ({
  nextAt: { $lte: now },
  $and: [
    { $or: [{ state: 'waiting' as const }, { state: 'posted' as const, toCheck: true }] },
    { $or: [{ 'lease.until': null }, { 'lease.until': { $lte: now } }] },
  ],
});

const leaseFrom = (now: number) => new Date(now + leaseLength);

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

/** Holds a digest for another while, when its turn comes. Throws a LeaseLostError. */
export async function holdDigest(engine: Engine, post: DigestPostDocument): Promise<void> {
  await settleDigest(engine, post, { 'lease.until': leaseFrom(engine.clock()) });
}

/**
 * Writes down that a message is about to be posted, and holds the digest anew: the whole lease is left for the post, so that
 * nobody else asks for the message before it can be there. Throws a LeaseLostError.
 */
export async function beginToSay(engine: Engine, post: DigestPostDocument, key: string): Promise<void> {
  await settleDigest(engine, post, { inDoubt: key, 'lease.until': leaseFrom(engine.clock()) });
  post.inDoubt = key;
}

/** Lets a claimed digest go as it was; nothing happens where somebody else has it by now. */
export async function releaseDigest({ models }: Engine, post: DigestPostDocument): Promise<void> {
  await models.digestPosts.updateOne(
    { _id: post._id, workspaceId: post.workspaceId, 'lease.token': post.lease.token },
    { $set: { 'lease.until': null }, $inc: { 'lease.beats': 1 } },
  );
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
