import type { MonthlyOrder } from '../../models/monthly-order.ts';
import { acrossWorkspaces } from '../../models/wall.ts';
import type { Engine } from '../context.ts';
import { type Day, dayOf, instantAt } from '../turnover/trading-day.ts';

/**
 * On the second day of a month, after that day's night: it has read the last day of the month before for the second time, so
 * every figure is final.
 */
const dueDay = 2;
const dueHour = 8;

/** How many months that were missed are made up for after a stop. */
const mostMissed = 2;

/** Opens a file for every person and month that is due, and for those missed while Daybook was down. */
export async function openDueFiles({ models, clock }: Engine): Promise<void> {
  const orders = await models.monthlyOrders.find({}, null, acrossWorkspaces).lean();
  const ids = [...new Set(orders.map(({ workspaceId }) => workspaceId))];
  const workspaces = await models.workspaces.find({ _id: { $in: ids } }, { zone: 1 }).lean();
  const zones = new Map(workspaces.map(({ _id, zone }) => [_id, zone]));
  for (const { workspaceId, userId, orderedAt } of orders) {
    for (const { month, dueAt } of dueMonths({ orderedAt, zone: zones.get(workspaceId) ?? 'UTC' }, clock())) {
      await models.monthlyFiles.updateOne(
        { workspaceId, userId, month },
        { $setOnInsert: { state: 'waiting', dueAt: new Date(dueAt), nextAt: new Date(dueAt) } },
        { upsert: true, setDefaultsOnInsert: true },
      );
    }
  }
}

/** The months (`YYYY-MM`) whose file was due by now (epoch milliseconds) and not before it was ordered, oldest first. */
export function dueMonths(
  { orderedAt, zone }: Pick<MonthlyOrder, 'orderedAt'> & { zone: string },
  now: number,
): { month: string; dueAt: number }[] {
  const today: Day = dayOf(now, { zone, cutOff: 0 });
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  return Array.from({ length: mostMissed + 1 }, (_, index) => first.subtract({ months: mostMissed - index }))
    .map((after) => ({
      month: after.subtract({ months: 1 }).toString().slice(0, 7),
      dueAt: instantAt(after.with({ day: dueDay }).toString(), dueHour, zone),
    }))
    .filter(({ dueAt }) => dueAt <= now && dueAt >= orderedAt.getTime());
}
