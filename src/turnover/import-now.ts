import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { runClaimed } from './drain-nights.ts';
import { claimNight } from './night-lease.ts';
import { latestPossibleNight } from './night-times.ts';
import { openNight, zonesOf } from './nights.ts';
import { addDays, type Day } from './trading-day.ts';

/** `already`: the last two days were in; `running`: another process is at it; `no-stores`: none can be read. */
export type ImportNowOutcome = 'done' | 'already' | 'running' | 'failed' | 'no-stores';

export interface ImportNowResult {
  outcome: ImportNowOutcome;
  /** The two days, earliest first; of several zones the latest; null without stores. */
  days: [Day, Day] | null;
  /** The name of the error when it failed. */
  failure: string | null;
}

/**
 * Imports the last two days of a link at once: the night that is next in line is run early, zone by zone. A night that was
 * run is not run again, so nothing that is final is touched.
 */
export async function importNow(context: Context, { link }: { link: Link }): Promise<ImportNowResult> {
  const { models } = context;
  const outcomes: ImportNowOutcome[] = [];
  const dates: Day[] = [];
  let failure: string | null = null;
  for (const [zone, stores] of await zonesOf(context, link)) {
    const date = latestPossibleNight(context.clock(), { zone, cutOffs: stores.map(({ cutOff }) => cutOff) });
    const night = await openNight(context, { link, zone, date });
    dates.push(date);
    if (night.state !== 'waiting') {
      outcomes.push('already');
      continue;
    }
    await models.nights.updateOne(
      { workspaceId: link.workspaceId, _id: night._id, state: 'waiting' },
      { $set: { dueAt: new Date(context.clock()) } },
    );
    const claimed = await claimNight(context, { _id: night._id });
    const outcome = claimed ? await runClaimed(context, claimed, 'import-now') : 'taken-over';
    outcomes.push(outcome === 'taken-over' ? 'running' : outcome);
    if (outcome === 'failed') {
      failure =
        (await models.nights.findOne({ workspaceId: link.workspaceId, _id: night._id }).lean())?.failure ??
        null;
    }
  }
  const last = dates.sort().at(-1);
  return {
    outcome: worst(outcomes),
    days: last ? [addDays(last, -2), addDays(last, -1)] : null,
    failure,
  };
}

function worst(outcomes: readonly ImportNowOutcome[]): ImportNowOutcome {
  const order: ImportNowOutcome[] = ['failed', 'running', 'done', 'already'];
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'no-stores';
}
