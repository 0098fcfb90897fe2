import { acrossAllWorkspaces } from '../models/wall.ts';
import type { Engine } from './context.ts';
import { dayOf } from './turnover/trading-day.ts';

const day = 86_400_000;

/** Nights and their outcomes are kept for a year and a bit: long enough to see what happened to any day of last year. */
const nightsKept = 400 * day;

/** Drops what is kept only for a while: nights that ended long ago. Figures, audit entries and digests stay. */
export async function dropOldRecords({ models, clock, logger }: Engine): Promise<void> {
  const oldest = dayOf(clock() - nightsKept, { zone: 'UTC', cutOff: 0 });
  let nights = 0;
  // Account by account: so the index finds the old ones, and none of the others is looked at.
  const links = models.links.find({}, { workspaceId: 1 }, acrossAllWorkspaces).lean().cursor();
  for await (const { _id, workspaceId } of links) {
    const old = { workspaceId, linkId: _id, date: { $lt: oldest }, state: { $ne: 'waiting' } } as const;
    nights += (await models.nights.deleteMany(old)).deletedCount;
  }
  logger.info({ nights }, 'old nights dropped');
}
