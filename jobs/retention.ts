import type { Agenda } from 'agenda';
import type { Engine } from '../src/context.ts';
import { dropOldRecords } from '../src/retention.ts';
import { defineJob } from './define-job.ts';

const name = 'retention';

/** Once a day: what is kept only for a while is dropped. */
export function defineRetention(agenda: Agenda, engine: Engine): void {
  defineJob(agenda, engine, name, () => dropOldRecords(engine));
}

export async function scheduleRetention(agenda: Agenda): Promise<void> {
  await agenda.every('40 4 * * *', name, undefined, { timezone: 'UTC', skipImmediate: true });
}
