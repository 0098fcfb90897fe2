import type { Agenda } from 'agenda';
import { acrossWorkspaces } from '../models/wall.ts';
import type { Engine } from '../src/context.ts';
import { runDue } from '../src/run-due.ts';
import { defineJob } from './define-job.ts';
import { recur } from './recur.ts';

const name = 'digests';

/** At every hour and zone for which a channel expects its digest. */
export function defineDigests(agenda: Agenda, engine: Engine): void {
  defineJob(agenda, engine, name, () => runDue(engine));
}

export async function scheduleDigests(agenda: Agenda, { models }: Engine): Promise<void> {
  const channels = await models.channels.find({}, { hour: 1, zone: 1 }, acrossWorkspaces).lean();
  const times = new Map(channels.map(({ hour, zone }) => [`${zone} ${hour}`, { hour, zone }]));
  for (const [uid, { hour, zone }] of times) {
    await recur(agenda, name, { uid, cron: `0 ${hour} * * *`, zone });
  }
}
