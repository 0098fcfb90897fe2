import type { ClientSession } from 'mongoose';
import type { Share } from '../../models/mapping.ts';
import type { Context } from '../context.ts';
import type { Merge } from './merge.ts';

/** Every mapping of the one department, of whatever day, becomes the other's. */
export async function mappingsFollow(
  { models, workspace }: Context,
  { from, into }: Merge,
  session: ClientSession,
): Promise<void> {
  const place = { workspaceId: workspace._id };
  const mappings = await models.mappings
    .find({ ...place, 'shares.departmentId': from._id }, null, { session })
    .lean();
  if (mappings.length === 0) return;
  await models.mappings.bulkWrite(
    mappings.map(({ linkId, storeId, from: day, shares }) => ({
      updateOne: {
        filter: { ...place, linkId, storeId, from: day },
        update: { $set: { shares: merged(shares, from._id, into._id) } },
      },
    })),
    { session },
  );
}

/** Parts stay apart, so that other departments keep theirs to the cent, unless the whole store is one department's now. */
export function merged(shares: readonly Share[], from: string, into: string): Share[] {
  const parts = shares.map(({ departmentId, weight }) => ({
    departmentId: departmentId === from ? into : departmentId,
    weight,
  }));
  if (parts.some(({ departmentId }) => departmentId !== into)) return parts;
  return [{ departmentId: into, weight: 10_000 }];
}
