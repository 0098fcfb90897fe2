import type { Vat } from '../../models/workspace.ts';
import type { Context } from '../context.ts';
import { activeDepartments } from '../departments/in-order.ts';
import { todayOf } from '../departments/today.ts';
import type { Day } from '../turnover/trading-day.ts';
import { emptyWeek, type Week } from './target.ts';

/** What is expected of one department. */
export interface DepartmentWeek {
  departmentId: string;
  name: string;
  /** What counts today. */
  week: Week;
  /** Of the week; null where there is none. */
  currency: string | null;
  vat: Vat | null;
  /** Days from which other weeks count, later than today. */
  later: Day[];
  /** How many days from today on have a target of their own. */
  days: number;
  /** Who set a week of it last, and when; null: nobody. */
  lastSet: { by: string; at: Date } | null;
}

export interface TargetList {
  departments: DepartmentWeek[];
  /** Those of the linked accounts, in alphabetical order; none where nothing is linked. */
  currencies: string[];
  today: Day;
}

/** The departments in use with their targets. */
export async function listTargets(context: Context): Promise<TargetList> {
  const { models, workspace } = context;
  const workspaceId = workspace._id;
  const today = todayOf(context);
  const [departments, weeks, days, links] = await Promise.all([
    activeDepartments(context),
    models.targets.find({ workspaceId }).sort({ from: 1 }).lean(),
    models.dayTargets.find({ workspaceId, day: { $gte: today }, amount: { $ne: null } }).lean(),
    models.links.find({ workspaceId, state: { $ne: 'unlinked' } }, { currency: 1 }).lean(),
  ]);
  return {
    departments: departments.map(({ _id: departmentId, name }) => {
      const own = weeks.filter((week) => week.departmentId === departmentId);
      const now = own.findLast(({ from }) => from <= today);
      return {
        departmentId,
        name,
        week: now?.week ?? emptyWeek,
        currency: now?.currency ?? null,
        vat: now?.vat ?? null,
        later: own.filter(({ from }) => from > today).map(({ from }) => from),
        days: days.filter((day) => day.departmentId === departmentId).length,
        lastSet: own.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null,
      };
    }),
    currencies: [...new Set(links.map(({ currency }) => currency))].sort(),
    today,
  };
}

/** The week of one department that counts on a day, in the way turnover is told; an empty one where there is none. */
export async function weekFor(
  { models, workspace }: Context,
  { departmentId, day, currency }: { departmentId: string; day: Day; currency: string },
): Promise<Week> {
  const found = await models.targets
    .findOne({ workspaceId: workspace._id, departmentId, from: { $lte: day } })
    .sort({ from: -1 })
    .lean();
  return found && found.currency === currency && found.vat === workspace.vat ? found.week : emptyWeek;
}
