import { z } from 'zod';
import { jobsCollection } from '../../jobs/indexes.ts';
import { missingJobs, remakeJobs } from '../../jobs/remake-jobs.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Opened } from '../open.ts';
import { type Found, fault, ok, warning } from './finding.ts';

const minute = 60_000;

/** A sweep comes every five minutes and may take a while. */
const sweepIsLate = 20 * minute;
const nightIsLate = 60 * minute;

const sweepJob = z.object({
  lastFinishedAt: z.date().nullish(),
  nextRunAt: z.date().nullish(),
  failedAt: z.date().nullish(),
  failReason: z.string().nullish(),
});

/** Whether some process does what happens by itself, and gets on with it. */
export async function jobFindings({ engine }: Opened): Promise<Found[]> {
  const missing = await missingJobs(engine);
  return [
    ...(missing.includes('sweep') ? [] : [await sweepFinding(engine)]),
    ...(missing.length === 0 ? [] : [missingFinding(engine, missing)]),
    await nightFinding(engine),
  ];
}

async function sweepFinding({ connection, clock }: Opened['engine']): Promise<Found> {
  const what = 'jobs run';
  const kept = await connection.collection(jobsCollection).findOne({ name: 'sweep' });
  const start = 'Start Daybook with DAYBOOK_ROLE all or worker (`npm start`), or see its log.';
  if (!kept) return warning(what, { wrong: 'none has run here yet', next: start });
  const { lastFinishedAt, nextRunAt, failedAt, failReason } = sweepJob.parse(kept);
  const alive = lastFinishedAt ?? nextRunAt;
  const silent = alive ? clock() - alive.getTime() : 0;
  if (silent > sweepIsLate) {
    return fault(what, {
      wrong: `the last one ended ${Math.round(silent / minute)} minutes ago`,
      next: start,
    });
  }
  if (failedAt && lastFinishedAt && failedAt >= lastFinishedAt) {
    return warning(what, {
      wrong: 'the last one failed',
      next: `In the log of Daybook, ${failReason ?? 'see why'}.`,
    });
  }
  return ok(what);
}

/** A job that is gone is never run again, until some process starts and makes it anew. */
function missingFinding(engine: Opened['engine'], missing: Awaited<ReturnType<typeof missingJobs>>): Found {
  return fault('recurring jobs are there', {
    wrong: `missing: ${missing.join(', ')}`,
    next: 'Start a worker again: it makes them.',
    mend: async () => {
      await remakeJobs(engine, missing);
      return 'they were made; a running worker takes them up within seconds';
    },
  });
}

async function nightFinding({ models, clock }: Opened['engine']): Promise<Found> {
  const what = 'nights are done in time';
  const late = await models.nights.countDocuments(
    {
      state: 'waiting',
      // Every night has a turn: it is named so that the index of waiting nights serves.
      turn: { $gte: 0 },
      $or: [{ failure: { $ne: null } }, { dueAt: { $lte: new Date(clock() - nightIsLate) } }],
    },
    acrossWorkspaces,
  );
  if (late === 0) return ok(what);
  return warning(what, {
    wrong: `${late} ${late === 1 ? 'waits or has' : 'wait or have'} failed`,
    next: 'See what is said of the Lightspeed accounts and the jobs here; they are tried again by themselves.',
  });
}
