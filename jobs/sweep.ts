import type { Agenda } from 'agenda';
import type { Engine } from '../src/context.ts';
import { runDue } from '../src/run-due.ts';
import { defineJob } from './define-job.ts';
import { scheduleDigests } from './digests.ts';
import { scheduleNights } from './nights.ts';

const name = 'sweep';

/** Every five minutes: whatever was due and not done, for whichever reason, and jobs for new zones and hours. */
export function defineSweep(agenda: Agenda, engine: Engine): void {
  defineJob(agenda, engine, name, () => sweep(agenda, engine));
}

export async function scheduleSweep(agenda: Agenda): Promise<void> {
  await agenda.every('5 minutes', name, undefined, { skipImmediate: true });
}

/** The same at once. */
export async function sweep(agenda: Agenda, engine: Engine): Promise<void> {
  await scheduleNights(agenda, engine);
  await scheduleDigests(agenda, engine);
  await runDue(engine);
}
