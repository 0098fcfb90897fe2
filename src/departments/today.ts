import type { Context } from '../context.ts';
import { type Day, dayOf } from '../turnover/trading-day.ts';

/** The date where the workspace is. */
export function todayOf({ workspace, clock }: Pick<Context, 'workspace' | 'clock'>): Day {
  return dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
}
