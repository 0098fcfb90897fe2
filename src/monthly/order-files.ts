import type { Context } from '../context.ts';
import { audit } from '../security/audit.ts';
import type { FileFormat } from '../turnover/read-question.ts';

/** So many people may get the file. */
export const mostReaders = 10;

/** Who gets the file of every month, and in which format. */
export interface MonthlyOrders {
  userIds: string[];
  format: FileFormat;
}

/** What is ordered now; nobody at first. */
export async function monthlyOrders({ models, workspace }: Context): Promise<MonthlyOrders> {
  const orders = await models.monthlyOrders
    .find({ workspaceId: workspace._id })
    .sort({ orderedAt: 1, userId: 1 })
    .lean();
  return { userIds: orders.map(({ userId }) => userId), format: orders[0]?.format ?? 'xlsx' };
}

/** Sends the file of every month that ends from now on to these people and nobody else. */
export async function orderFiles(
  context: Context,
  { userIds, format, userId }: MonthlyOrders & { userId: string },
): Promise<void> {
  const { models, workspace, clock } = context;
  const workspaceId = workspace._id;
  const before = await monthlyOrders(context);
  await models.monthlyOrders.deleteMany({ workspaceId, userId: { $nin: userIds } });
  for (const reader of userIds) {
    await models.monthlyOrders.updateOne(
      { workspaceId, userId: reader },
      { $set: { format, orderedBy: userId }, $setOnInsert: { orderedAt: new Date(clock()) } },
      { upsert: true },
    );
  }
  const isSame = before.format === format && before.userIds.toSorted().join() === userIds.toSorted().join();
  if (isSame) return;
  await audit(context, { who: userId, action: 'monthly-file.ordered', details: { userIds, format } });
}
