import type { Agenda } from 'agenda';
import { acrossWorkspaces } from '../models/wall.ts';
import type { Engine } from '../src/context.ts';
import { runDue } from '../src/run-due.ts';
import { isZone } from '../src/turnover/trading-day.ts';
import { defineJob } from './define-job.ts';
import { recur } from './recur.ts';

const name = 'nights';

/** At 03:00 of every zone in which a linked store is. */
export function defineNights(agenda: Agenda, engine: Engine): void {
  defineJob(agenda, engine, name, () => runDue(engine));
}

export async function scheduleNights(agenda: Agenda, { models }: Engine): Promise<void> {
  const zones = await models.stores.distinct('zone', {}, acrossWorkspaces);
  for (const zone of zones) {
    if (typeof zone === 'string' && isZone(zone))
      await recur(agenda, name, { uid: zone, cron: '0 3 * * *', zone });
  }
}
