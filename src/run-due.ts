import { runNextSlice } from './backfill/run-next-slice.ts';
import { showEnded } from './backfill/show-ended.ts';
import type { Engine } from './context.ts';
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

/**
 * Does everything that is due by now: nights, then digests and corrections, then older days that were asked for, a slice at
 * a time, then the files of months. Safe to call at any time and from any number of processes: each piece of work is a document that one of them holds.
 */
export async function runDue(engine: Engine): Promise<void> {
  await renewDueTokens(engine);
  await deleteOverdue(engine);
  await foretellConsentEnds(engine);
  do {
    await openDueNights(engine);
    await drainNights(engine);
    await openDueDigests(engine);
    await drainDigests(engine);
  } while (await runNextSlice(engine));
  await openDueFiles(engine);
  await drainFiles(engine);
  await showEnded(engine);
  await lookForLinkers(engine);
  await refreshAllHomes(engine);
}
