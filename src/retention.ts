import { acrossAllWorkspaces } from '../models/wall.ts';
import type { Engine } from './context.ts';

const day = 86_400_000;

/** Nights and their outcomes are kept for a year and a bit: long enough to see what happened to any day of last year. */
const nightsKept = 400 * day;

/** Drops what is kept only for a while: nights that ended long ago. Figures, audit entries and digests stay. */
export async function dropOldRecords({ models, clock, logger }: Engine): Promise<void> {
  const before = new Date(clock() - nightsKept);
  const { deletedCount } = await models.nights.deleteMany(
    { state: { $ne: 'waiting' }, dueAt: { $lt: before } },
    acrossAllWorkspaces,
  );
  logger.info({ nights: deletedCount }, 'old nights dropped');
}
