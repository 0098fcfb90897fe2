import type { ClientSession } from 'mongoose';
import type { DayTarget } from '../../models/day-target.ts';
import type { Target } from '../../models/target.ts';
import type { Context } from '../context.ts';
import type { Merge } from '../departments/merge.ts';
import { add } from '../turnover/money.ts';
import type { Day } from '../turnover/trading-day.ts';
import { emptyWeek, type Week } from './target.ts';

/** Targets of merged departments add up, from each day on which one of them changed. */
export async function targetsFollow(
  context: Context,
  { from, into }: Merge,
  session: ClientSession,
): Promise<void> {
  const { models, workspace } = context;
  const both = { workspaceId: workspace._id, departmentId: { $in: [from._id, into._id] } };
  const weeks = await models.targets.find(both, { _id: 0 }, { session }).lean();
  const days = await models.dayTargets.find(both, { _id: 0 }, { session }).lean();
  if (![...weeks, ...days].some(({ departmentId }) => departmentId === from._id)) return;
  await models.targets.deleteMany(both, { session });
  await models.dayTargets.deleteMany(both, { session });
  const own = <Kept extends { departmentId: string }>(records: readonly Kept[]) => ({
    into: records.filter(({ departmentId }) => departmentId === into._id),
    from: records.filter(({ departmentId }) => departmentId === from._id),
  });
  const named = { departmentId: into._id };
  const mergedWeeks = addWeeks(own(weeks)).map((each) => ({ ...each, ...named }));
  const mergedDays = addDaysUp(own(days), own(weeks)).map((each) => ({ ...each, ...named }));
  await models.targets.create(mergedWeeks, { session, ordered: true });
  if (mergedDays.length > 0) await models.dayTargets.create(mergedDays, { session, ordered: true });
}

interface Sides<Kept> {
  into: readonly Kept[];
  from: readonly Kept[];
}

/**
 * The weeks of two departments as one (pure). Amounts of another currency, or told the other way round, cannot be added: then
 * those of the one that is left stay as they are.
 */
export function addWeeks({ into, from }: Sides<Target>): Target[] {
  const starts = [...new Set([...into, ...from].map((week) => week.from))].sort();
  return starts.flatMap((start) => {
    const [kept, added] = [weekOn(into, start), weekOn(from, start)];
    const base = kept ?? added;
    if (!base) return [];
    const week = kept && added && isAlike(kept, added) ? sumOf(kept.week, added.week) : base.week;
    return [{ ...base, from: start, week: [...week] }];
  });
}

/** Single days as well; beside one of them the other department's weekday counts. */
function addDaysUp(single: Sides<DayTarget>, weeks: Sides<Target>): DayTarget[] {
  const all = [...single.into, ...single.from];
  return [...new Set(all.map(({ day }) => day))].sort().flatMap((day) => {
    const [kept, added] = [dayOn(single.into, weeks.into, day), dayOn(single.from, weeks.from, day)];
    const base = kept ?? added;
    const record = all.find((each) => each.day === day);
    if (!base || !record) return [];
    const amount = kept && added && isAlike(kept, added) ? sum(kept.amount, added.amount) : base.amount;
    const { currency, vat } = base;
    return [{ ...record, currency, vat, amount }];
  });
}

function weekOn(weeks: readonly Target[], day: Day): Target | undefined {
  return weeks
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1);
}

function dayOn(single: readonly DayTarget[], weeks: readonly Target[], day: Day) {
  const own = single.find((each) => each.day === day);
  if (own) return own;
  const week = weekOn(weeks, day);
  return week && { ...week, amount: week.week[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? null };
}

function isAlike(one: Pick<Target, 'currency' | 'vat'>, other: Pick<Target, 'currency' | 'vat'>): boolean {
  return one.currency === other.currency && one.vat === other.vat;
}

function sumOf(one: Week, other: Week): Week {
  return emptyWeek.map((_, index) => sum(one[index] ?? null, other[index] ?? null));
}

function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : add(one, other);
}
