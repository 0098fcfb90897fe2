import type { UpdateQuery } from 'mongoose';
import type { Backfill } from '../../models/backfill.ts';
import type { Context } from '../context.ts';
import { showProgress } from './run-next-slice.ts';

/** An account was paused: what is being read of its older days is thrown away, and the progress message says that it waits. */
export async function holdBackfills(context: Context, { linkId }: { linkId: string }): Promise<void> {
  await touch(context, linkId, { $inc: { 'lease.token': 1 }, $set: { 'lease.until': null } });
}

/** An account is read again: its older days go on at once. */
export async function releaseBackfills(context: Context, { linkId }: { linkId: string }): Promise<void> {
  const now = { dueAt: new Date(context.clock()), tries: 0, 'lease.until': null };
  await touch(context, linkId, { $inc: { 'lease.token': 1 }, $set: now });
}

async function touch(context: Context, linkId: string, change: UpdateQuery<Backfill>): Promise<void> {
  const { models, workspace } = context;
  const running = { workspaceId: workspace._id, linkId, state: 'running' } as const;
  for (const { _id } of await models.backfills.find(running, { _id: 1 }).lean()) {
    await models.backfills.updateOne({ ...running, _id }, change);
    await showProgress(context, { backfillId: _id });
  }
}
