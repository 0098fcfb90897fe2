import type { DayTarget } from '../../models/day-target.ts';
import type { Target } from '../../models/target.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import type { Span } from '../turnover/span.ts';
import type { Day } from '../turnover/trading-day.ts';

/** What is expected of a department on one day. */
export interface Expected {
  /** Minor units, above zero. */
  amount: number;
  currency: string;
  vat: Vat;
}

/** Seven amounts, Monday first; null where nothing is expected. */
export type Week = readonly (number | null)[];

export const emptyWeek: Week = [null, null, null, null, null, null, null];

export interface TargetRecords {
  weeks: readonly Target[];
  days: readonly DayTarget[];
}

/** Tells what is expected of a department on a day; null for nothing. */
export type Targets = (departmentId: string, day: Day) => Expected | null;

/** The one place that says which target counts on a day: that of the day itself, else of its weekday. */
export function targetsFrom({ weeks, days }: TargetRecords): Targets {
  const latestFirst = Map.groupBy(
    weeks.toSorted((a, b) => b.from.localeCompare(a.from)),
    ({ departmentId }) => departmentId,
  );
  const single = new Map(days.map((each) => [`${each.departmentId} ${each.day}`, each]));
  return (departmentId, day) => {
    const own = single.get(`${departmentId} ${day}`);
    if (own) return own.amount === null ? null : { ...own, amount: own.amount };
    const week = latestFirst.get(departmentId)?.find(({ from }) => from <= day);
    const amount = week?.week[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? null;
    return week && amount !== null ? { amount, currency: week.currency, vat: week.vat } : null;
  };
}

/** The targets that count on some days. */
export async function readTargets(context: Context, { from, to }: Span): Promise<Targets> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const [weeks, days] = await Promise.all([
    models.targets.find({ workspaceId, from: { $lte: to } }).lean(),
    models.dayTargets.find({ workspaceId, day: { $gte: from, $lte: to } }).lean(),
  ]);
  return targetsFrom({ weeks, days });
}
