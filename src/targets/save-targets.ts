import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { UnknownChoiceError } from '../departments/errors.ts';
import { markRecentDigests } from '../departments/mark-digests.ts';
import { audit } from '../security/audit.ts';
import type { Day } from '../turnover/trading-day.ts';
import type { Week } from './target.ts';

/** Targets of one department. */
export interface DepartmentTargets {
  departmentId: string;
  /** ISO 4217, of all its amounts. */
  currency: string;
  /** From `from` on; absent: that of the weekdays stays as it is. */
  week?: { from: Day; amounts: Week };
  /** Of single days; null takes one away: nothing is expected of that day. */
  days?: ReadonlyMap<Day, number | null>;
}

/** How targets came about, for the audit. */
export type TargetSource = 'form' | 'last-year' | 'file';

/**
 * Sets targets of some departments, all or nothing, in the way turnover is told now; digests of the last days are looked
 * over. Throws an UnknownChoiceError, and changes nothing, when one of the departments is not, or no longer, there. Audited.
 */
export function saveTargets(
  context: Context,
  {
    targets,
    source,
    userId,
  }: { targets: readonly DepartmentTargets[]; source: TargetSource; userId: string },
): Promise<void> {
  return inTransaction(context.connection, async (session) => {
    for (const each of targets) await saveOne(context, each, { userId, session });
    await markRecentDigests(context, session);
    const details = { source, departments: targets.map(detailsOf) };
    await audit(context, { who: userId, action: 'targets.saved', details }, session);
  });
}

async function saveOne(
  { models, workspace, clock }: Context,
  { departmentId, currency, week, days }: DepartmentTargets,
  { userId, session }: { userId: string; session: ClientSession },
): Promise<void> {
  const place = { workspaceId: workspace._id, departmentId };
  // It must not be merged away in this moment: its targets would be nobody's.
  const { matchedCount } = await models.departments.updateOne(
    { workspaceId: workspace._id, _id: departmentId },
    { $inc: { uses: 1 } },
    { session },
  );
  if (matchedCount === 0) throw new UnknownChoiceError('a department with a target is gone');
  const set = { currency, vat: workspace.vat, by: userId, at: new Date(clock()) };
  if (week) {
    const change = { $set: { ...set, week: [...week.amounts] } };
    await models.targets.updateOne({ ...place, from: week.from }, change, { upsert: true, session });
  }
  for (const [day, amount] of days ?? []) {
    await models.dayTargets.updateOne(
      { ...place, day },
      { $set: { ...set, amount } },
      { upsert: true, session },
    );
  }
}

function detailsOf({ departmentId, currency, week, days }: DepartmentTargets) {
  return {
    departmentId,
    currency,
    ...(week ? { from: week.from, week: [...week.amounts] } : {}),
    ...(days ? { days: Object.fromEntries(days) } : {}),
  };
}
