import type { Link } from '../../models/link.ts';
import type { Context } from '../context.ts';
import { latestPossibleNight } from './night-times.ts';
import { zonesOf } from './nights.ts';
import { type NightNow, runNightNow } from './run-night-now.ts';
import { addDays, type Day } from './trading-day.ts';

/**
 * `already`: the last two days were in; `running`: another process is at it; `no-stores`: none can be read; `paused`: no
 * night reads the link.
 */
export type ImportNowOutcome = 'done' | 'already' | 'running' | 'failed' | 'no-stores' | 'paused';

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
  if (link.state === 'paused') return { outcome: 'paused', days: null, failure: null };
  const nights: NightNow[] = [];
  const dates: Day[] = [];
  for (const [zone, stores] of await zonesOf(context, link)) {
    const date = latestPossibleNight(context.clock(), { zone, rules: stores });
    dates.push(date);
    nights.push(await runNightNow(context, { link, zone, date, source: 'import-now' }));
  }
  const last = dates.sort().at(-1);
  return {
    outcome: outcomeOf(nights),
    days: last ? [addDays(last, -2), addDays(last, -1)] : null,
    failure: nights.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}

/** Of several zones, the outcome that most needs saying. */
function outcomeOf(nights: readonly NightNow[]): ImportNowOutcome {
  const outcomes = nights.map(({ outcome }) => (outcome === 'taken-over' ? 'running' : outcome));
  const order = ['failed', 'running', 'done', 'already'] as const;
  return order.find((outcome) => outcomes.includes(outcome)) ?? 'no-stores';
}
