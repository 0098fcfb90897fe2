import type { HydratedDocument } from 'mongoose';
import { leaseLength } from '../../models/lease.ts';
import type { MonthlyFile } from '../../models/monthly-file.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { LeaseLostError } from '../turnover/night-lease.ts';

export type MonthlyFileDocument = HydratedDocument<MonthlyFile>;

/** Takes one file that is to be sent; undefined when there is none. */
export async function claimFile({ models, clock }: Engine): Promise<MonthlyFileDocument | undefined> {
  const now = new Date(clock());
  const file = await models.monthlyFiles.findOneAndUpdate(
    {
      state: 'waiting',
      nextAt: { $lte: now },
      $or: [{ 'lease.until': null }, { 'lease.until': { $lte: now } }],
    },
    { $set: { 'lease.until': new Date(now.getTime() + leaseLength) }, $inc: { 'lease.token': 1 } },
    { sort: { nextAt: 1 }, returnDocument: 'after', ...acrossWorkspaces },
  );
  return file ?? undefined;
}

/** Writes down what became of a file while it is ours. Throws a LeaseLostError. */
export async function settleFile(
  { models }: Engine,
  file: MonthlyFileDocument,
  change: Record<string, unknown>,
): Promise<void> {
  const { matchedCount } = await models.monthlyFiles.updateOne(
    { _id: file._id, workspaceId: file.workspaceId, 'lease.token': file.lease.token },
    { $set: change, $inc: { 'lease.beats': 1 } },
  );
  if (matchedCount === 0) throw new LeaseLostError('the file was taken over by another process');
}
