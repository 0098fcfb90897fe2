import type { Engine } from '../src/context.ts';
import { jobIndexes, jobsCollection } from './indexes.ts';
import { createAgenda } from './jobs.ts';
import { scheduleRetention } from './retention.ts';
import { scheduleSweep } from './sweep.ts';

/** What recurs everywhere, and by which all else is found. */
const recurring = { sweep: scheduleSweep, retention: scheduleRetention };
type RecurringJob = keyof typeof recurring;

/** The recurring jobs that are gone. Where no worker ever ran there is none to miss. */
export async function missingJobs({ connection }: Pick<Engine, 'connection'>): Promise<RecurringJob[]> {
  const names: string[] = await connection.collection(jobsCollection).distinct('name');
  if (names.length === 0) return [];
  return (['sweep', 'retention'] as const).filter((name) => !names.includes(name));
}

/** Makes recurring jobs anew without running them: whichever worker runs takes them up. */
export async function remakeJobs(engine: Engine, names: readonly RecurringJob[]): Promise<void> {
  if (engine.connection.db) await jobIndexes(engine.connection.db);
  const agenda = await createAgenda(engine);
  for (const name of names) await recurring[name](agenda);
}
