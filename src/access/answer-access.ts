import type { ClientSession } from 'mongoose';
import type { AccessRequest } from '../../models/access-request.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { audit } from '../security/audit.ts';
import { DeliveryError } from '../slack/delivery.ts';
import { readerOf } from '../slack/readers.ts';

interface Answer {
  requestId: string;
  isAllowed: boolean;
  /** The manager who answers. */
  userId: string;
}

/**
 * Answers, as a manager, what a person asked for: the first answer counts, the asker hears of it, and the message of every
 * manager says it. Audited. Returns the request as it is now, answered by whoever was first; undefined when it is not known,
 * or is about a department that is kept to nobody any more: then nothing is given, and it may be asked again.
 */
export async function answerAccess(context: Context, answer: Answer): Promise<AccessRequest | undefined> {
  const { models, workspace, faces, connection } = context;
  const isFirst = await inTransaction(connection, (session) => keepAnswer(context, answer, session));
  const request = await models.accessRequests
    .findOne({ workspaceId: workspace._id, _id: answer.requestId })
    .lean();
  if (!request) return undefined;
  if (isFirst) {
    await tellAll(context, {
      to: [request.userId],
      message: (reader) => faces.accessAnswered(request, reader),
    });
  }
  await showAnswer(context, request);
  return request;
}

/** Writes an answer down and gives what was asked for; false when it was answered before. */
async function keepAnswer(
  context: Context,
  { requestId, isAllowed, userId }: Answer,
  session: ClientSession,
): Promise<boolean> {
  const { models, workspace } = context;
  const request = await models.accessRequests
    .findOneAndUpdate(
      { workspaceId: workspace._id, _id: requestId, state: 'open' },
      { $set: { state: isAllowed ? 'allowed' : 'declined', answeredBy: userId } },
      { session },
    )
    .lean();
  if (!request) return false;
  if (isAllowed && !(await give(context, request, session))) {
    await models.accessRequests.deleteOne({ workspaceId: workspace._id, _id: requestId }, { session });
    return false;
  }
  const { wish, departmentName, userId: person } = request;
  const action = isAllowed ? 'access.allowed' : 'access.declined';
  await audit(context, { who: userId, action, details: { person, wish, departmentName } }, session);
  return true;
}

/** A department that is kept to fewer people takes one more, false when it is not; everything else is given by name. */
async function give(
  { models, workspace }: Context,
  { wish, departmentId, userId }: AccessRequest,
  session: ClientSession,
): Promise<boolean> {
  const own = { _id: workspace._id };
  if (wish === 'see' && departmentId !== null) {
    const { matchedCount } = await models.workspaces.updateOne(
      { ...own, 'access.departments.departmentId': departmentId },
      { $addToSet: { 'access.departments.$.people': userId } },
      { session },
    );
    return matchedCount > 0;
  }
  const list = wish === 'manage' ? 'managers' : 'access.people';
  await models.workspaces.updateOne(own, { $addToSet: { [list]: userId } }, { session });
  return true;
}

/** No button stays that asks what was answered. */
async function showAnswer(context: Context, request: AccessRequest): Promise<void> {
  const { workspace, delivery, faces, logger } = context;
  for (const { userId, channelId, ts } of request.told) {
    try {
      const message = faces.accessAsked(request, await readerOf(context, userId));
      await delivery.update(workspace._id, { ...message, channelId, ts });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      logger.warn({ err: error, userId }, 'a question for access could not be marked as answered');
    }
  }
}
