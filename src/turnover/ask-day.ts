import type { Context } from '../context.ts';
import { type DayLog, dayLog } from './day-log.ts';
import { readDay } from './read-day.ts';
import { addDays, type Day, dayOf } from './trading-day.ts';

/** The answer to a question for a day. */
export type DayAnswer =
  | { kind: 'log'; log: DayLog; lastDay: Day }
  | { kind: 'unreadable' }
  | { kind: 'not-over'; day: Day }
  /** Nothing is known of it; `first` is the first day of which something is, or null. */
  | { kind: 'unknown'; day: Day; first: Day | null };

/** The log of the day a person typed; yesterday when they typed nothing. Days are those of the workspace's zone. */
export async function askDay(context: Context, { typed }: { typed: string }): Promise<DayAnswer> {
  const { workspace, clock } = context;
  const today = dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
  const day = readDay(typed, today);
  if (day === undefined) return { kind: 'unreadable' };
  if (day >= today) return { kind: 'not-over', day };
  const log = await dayLog(context, { day });
  const nothing = log.state === 'unknown' && log.unmapped.length === 0 && log.ignored.length === 0;
  if (nothing) return { kind: 'unknown', day, first: await firstDay(context) };
  return { kind: 'log', log, lastDay: addDays(today, -1) };
}

async function firstDay({ models, workspace }: Context): Promise<Day | null> {
  const figure = await models.figures
    .findOne({ workspaceId: workspace._id }, { day: 1 })
    .sort({ day: 1 })
    .lean();
  return figure?.day ?? null;
}
