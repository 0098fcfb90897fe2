import type { AccessRequest, ToldManager, Wish } from '../../models/access-request.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { knownManagers } from '../lightspeed/recipients.ts';
import { tellAll } from '../lightspeed/tell-once.ts';
import { accessOf } from '../security/access-rules.ts';
import { NotPermittedError, readingOf, seesNothing } from '../security/permissions.ts';
import type { Named } from '../turnover/read-question.ts';

/** So long a person who asked is not heard again, milliseconds. */
const oncePer = 86_400_000;

/** What a person asks for: to manage, or to see turnover; null: all that is not kept to others. */
export type Asked = { wish: 'manage' } | { wish: 'see'; departmentId: string | null };

/**
 * `asked`: these managers were told; `already`: it was asked within a day, and nobody answered yet; `declined`: it was, and a
 * manager said not now; `may`: there is nothing to ask for; `nobody`: no manager is known, or Slack took none of the messages.
 */
export type AskOutcome =
  | { kind: 'asked'; managers: string[] }
  | { kind: 'already' | 'nobody' }
  | { kind: 'declined'; by: string }
  | { kind: 'may'; wish: Wish };

/**
 * Asks the managers for something that a person may not do; at most once a day for each thing. Throws a NotPermittedError
 * for guests who wish to manage, or a DeliveryError when Slack does not say who it is.
 */
export async function askAccess(
  context: Context,
  { userId, asked }: { userId: string; asked: Asked },
): Promise<AskOutcome> {
  const wanted = await departmentOf(context, asked);
  if (await isGiven(context, { userId, asked, department: wanted })) return { kind: 'may', wish: asked.wish };
  const wish = { userId, wish: asked.wish, department: wanted && isKept(context, wanted) ? wanted : null };
  const request = await claim(context, wish);
  if (!request) return earlierOutcome(context, wish);
  const told = await tellManagers(context, request);
  const own = { workspaceId: request.workspaceId, _id: request._id };
  if (told.length > 0) return { kind: 'asked', managers: told.map((manager) => manager.userId) };
  // Nobody heard of it, so it may be asked again at once.
  await context.models.accessRequests.deleteOne({ ...own, state: 'open' });
  return { kind: 'nobody' };
}

/** The department that is asked for; null where it is none, or none of the workspace's. */
async function departmentOf({ models, workspace }: Context, asked: Asked): Promise<Named | null> {
  if (asked.wish === 'manage' || asked.departmentId === null) return null;
  return models.departments.findOne({ workspaceId: workspace._id, _id: asked.departmentId }).lean();
}

/** One that is not kept to fewer people is seen by who sees the rest, and only with it. */
function isKept({ workspace }: Context, { _id }: Named): boolean {
  return accessOf(workspace).departments.some(({ departmentId }) => departmentId === _id);
}

async function isGiven(
  context: Context,
  { userId, asked, department }: { userId: string; asked: Asked; department: Named | null },
): Promise<boolean> {
  const reading = await readingOf(context, userId);
  if (asked.wish === 'manage') {
    if (reading.standing === 'guest') throw new NotPermittedError('manager');
    return reading.standing === 'manager';
  }
  if (!department) return !seesNothing(reading);
  return reading.seen === 'all' || reading.seen.has(department._id);
}

/** What a person wishes; a department only where it is kept to fewer people. */
interface PersonsWish {
  userId: string;
  wish: Wish;
  department: Named | null;
}

const placeOf = ({ workspace }: Context, { userId, wish, department }: PersonsWish) => ({
  workspaceId: workspace._id,
  userId,
  wish,
  departmentId: department?._id ?? null,
});

/** What became of the same question, asked within a day. */
async function earlierOutcome(context: Context, wish: PersonsWish): Promise<AskOutcome> {
  const earlier = await context.models.accessRequests.findOne(placeOf(context, wish)).lean();
  if (earlier?.state !== 'declined') return { kind: 'already' };
  return { kind: 'declined', by: earlier.answeredBy ?? '' };
}

/** Opens the request of a person; undefined when the same was opened within a day, and what it gave was not taken back. */
async function claim(context: Context, wished: PersonsWish): Promise<AccessRequest | undefined> {
  const { models, clock, newId } = context;
  const { department } = wished;
  const place = placeOf(context, wished);
  const isOver = { $or: [{ askedAt: { $lte: new Date(clock() - oncePer) } }, { state: 'allowed' as const }] };
  const request: AccessRequest = {
    ...place,
    _id: newId(),
    departmentName: department?.name ?? null,
    askedAt: new Date(clock()),
    state: 'open',
    answeredBy: null,
    told: [],
  };
  try {
    // A new id each time: the buttons of an older message answer nothing any more.
    await models.accessRequests.deleteOne({ ...place, ...isOver });
    await models.accessRequests.create(request);
    return request;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return undefined;
  }
}

/** Where each manager was asked is kept at once: the first may answer while the last is being told. */
async function tellManagers(context: Context, request: AccessRequest): Promise<ToldManager[]> {
  const { models, faces } = context;
  const told: ToldManager[] = [];
  await tellAll(context, {
    to: await knownManagers(context),
    message: (reader) => faces.accessAsked(request, reader),
    told: async ({ userId, channelId, ts }) => {
      told.push({ userId, channelId, ts });
      await models.accessRequests.updateOne(
        { workspaceId: request.workspaceId, _id: request._id },
        { $push: { told: { userId, channelId, ts } } },
      );
    },
  });
  return told;
}
