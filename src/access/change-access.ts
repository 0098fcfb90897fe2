import type { AccessList, SeenBy } from '../../models/access.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { accessOf } from '../security/access-rules.ts';
import { audit } from '../security/audit.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { merged } from './merged.ts';

/** So many people are named in one list; more than that are a channel. */
export const mostPeople = 100;

/** So many channels in one list: Slack is asked who is in each. */
export const mostChannels = 10;

/** A list as a manager left it, and whom it named when it was shown: who was added meanwhile stays. */
export interface EditedList extends AccessList {
  shown: readonly string[];
}

/** Says who may see the turnover that is not kept to fewer people. Audited. */
export async function changeAccess(
  context: Context,
  { seenBy, userId, ...list }: EditedList & { seenBy: SeenBy; userId: string },
): Promise<void> {
  const { models, workspace, connection } = context;
  await inTransaction(connection, async (session) => {
    const now = await models.workspaces.findById(workspace._id, null, { session }).lean();
    const people = merged(now ? accessOf(now).people : [], list);
    const details = { seenBy, people, channels: list.channels };
    await models.workspaces.updateOne(
      { _id: workspace._id },
      { $set: { 'access.seenBy': seenBy, 'access.people': people, 'access.channels': list.channels } },
      { session },
    );
    await audit(context, { who: userId, action: 'access.changed', details }, session);
  });
}

/** Keeps a department to these people and channels, or, for null, lets it be seen like the rest again. Audited. */
export async function changeDepartmentAccess(
  context: Context,
  { departmentId, list, userId }: { departmentId: string; list: EditedList | null; userId: string },
): Promise<void> {
  const { models, workspace, connection } = context;
  await inTransaction(connection, async (session) => {
    const now = await models.workspaces.findById(workspace._id, null, { session }).lean();
    const kept = now ? accessOf(now).departments : [];
    const before = kept.find((each) => each.departmentId === departmentId);
    const own = list && {
      departmentId,
      people: merged(before?.people ?? [], list),
      channels: list.channels,
    };
    const departments = kept.filter((each) => each !== before).concat(own ?? []);
    await models.workspaces.updateOne(
      { _id: workspace._id },
      { $set: { 'access.departments': departments } },
      { session },
    );
    const details = own ?? { departmentId, likeTheRest: true };
    await audit(context, { who: userId, action: 'access.changed', details: { ...details } }, session);
  });
}

/** Those of some channels of which Slack does not tell Daybook who is in them. Throws a DeliveryError when it cannot say. */
export async function unreadable(
  { workspace, delivery }: Context,
  channels: readonly string[],
): Promise<{ channelId: string; code: string }[]> {
  const tries = channels.map(async (channelId) => {
    try {
      await delivery.members(workspace._id, channelId);
      return [];
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.outcome !== 'refused' && error.code !== 'missing_scope') throw error;
      return [{ channelId, code: error.code }];
    }
  });
  return (await Promise.all(tries)).flat();
}
