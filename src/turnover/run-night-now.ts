import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { type NightOutcome, runClaimed } from './drain-nights.ts';
import { claimNight } from './night-lease.ts';
import { openNight } from './nights.ts';
import type { Day } from './trading-day.ts';

/** What became of a night that was asked for. `already`: it was done before and is not run again. */
export interface NightNow {
  outcome: NightOutcome | 'already';
  /** The name of the error when it failed. */
  failure: string | null;
}

/** Runs one night at once, whenever it was due, unless it was run before or another process is at it. */
export async function runNightNow(
  context: Context,
  { link, zone, date, source }: { link: Link; zone: string; date: Day; source: 'night' | 'import-now' },
): Promise<NightNow> {
  const { models, clock } = context;
  const night = await openNight(context, { link, zone, date });
  if (night.state !== 'waiting') return { outcome: 'already', failure: null };

  const own = { workspaceId: link.workspaceId, _id: night._id };
  await models.nights.updateOne({ ...own, state: 'waiting' }, { $set: { dueAt: new Date(clock()) } });
  const claimed = await claimNight(context, { _id: night._id });
  if (!claimed) return { outcome: 'taken-over', failure: null };
  const outcome = await runClaimed(context, claimed, source);
  const failure = outcome === 'failed' ? ((await models.nights.findOne(own).lean())?.failure ?? null) : null;
  return { outcome, failure };
}
