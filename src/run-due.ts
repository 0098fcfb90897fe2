import { runNextSlice } from './backfill/run-next-slice.ts';
import { showEnded } from './backfill/show-ended.ts';
import type { Engine } from './context.ts';
import { findDigests } from './digest/digest-lease.ts';
import { drainDigests } from './digest/drain-digests.ts';
import { openDueDigests } from './digest/due-digests.ts';
import { refreshAllHomes } from './home/refresh-homes.ts';
import { deleteOverdue } from './installations/delete-workspace.ts';
import { renewDueTokens } from './installations/renew-due-tokens.ts';
import { foretellConsentEnds, lookForLinkers } from './lightspeed/health-notices.ts';
import { drainFiles } from './monthly/drain-files.ts';
import { openDueFiles } from './monthly/due-files.ts';
import { drainNights } from './turnover/drain-nights.ts';
import { openDueNights } from './turnover/nights.ts';
import { within } from './within.ts';

/**
 * Does everything that is due by now: nights, then digests and corrections, then older days that were asked for, a slice at
 * a time, then the files of months. Safe to call at any time and from any number of processes: each piece of work is a document that one of them holds.
 */
export async function runDue(engine: Engine): Promise<void> {
  const steps = [
    renewDueTokens,
    deleteOverdue,
    foretellConsentEnds,
    nightsAndDigests,
    openDueFiles,
    drainFiles,
    showEnded,
    lookForLinkers,
    refreshAllHomes,
  ];
  for (const step of steps) {
    // A process that stops leaves the rest to others, or to its next start.
    if (engine.inFlight.isStopping) return;
    await step(engine);
  }
}

/** How long digests wait for the nights of this process, milliseconds: thousands of them must not hold up a morning. */
const nightsGoFirst = 60_000;

async function nightsAndDigests(engine: Engine): Promise<void> {
  do {
    await openDueNights(engine);
    let isNight = true;
    const nights = drainNights(engine).finally(() => {
      isNight = false;
    });
    await within(nights, nightsGoFirst);
    const isLate = isNight;
    try {
      await digests(engine);
    } finally {
      await nights;
    }
    // What those nights brought is told, too.
    if (isLate) await digests(engine);
  } while (await runNextSlice(engine));
}

/** So many digests are brought out by the way; more than that keep people waiting. */
const few = 30;

async function digests(engine: Engine): Promise<void> {
  const { aside, logger } = engine;
  await openDueDigests(engine);
  if (aside && (await findDigests(engine, { notOf: [] })).length > few) {
    try {
      await aside.drainDigests();
    } catch (error) {
      logger.error({ err: error }, 'digests could not be brought out in a thread of their own');
    }
  }
  // Those that are left, or all of them.
  await drainDigests(engine);
}
