import type { Context } from '../context.ts';
import { MappingChangedError } from '../departments/errors.ts';
import { special } from '../departments/fresh-choices.ts';
import { saveMapping } from '../departments/save-mapping.ts';
import { type NewStore, noticeData } from './notice-data.ts';
import { refreshStoreNotices } from './refresh-notices.ts';

export interface NewStoreChoice {
  noticeId: string;
  storeId: string;
  /** A department's id, or `ignore`. */
  choice: string;
  userId: string;
  /** The message in which it was chosen. */
  place: { channelId: string; ts: string };
}

/** `already`: somebody mapped the store before, so nothing was changed; `gone`: the notice or the store is not known. */
export type NewStoreOutcome = { kind: 'mapped' } | { kind: 'already'; store: NewStore } | { kind: 'gone' };

/**
 * Maps a new store from the notice that told of it, for all its days; every copy of the notice then says so. Throws an
 * UnknownChoiceError for a department that is not there any more.
 */
export async function mapNewStore(context: Context, input: NewStoreChoice): Promise<NewStoreOutcome> {
  const { models, workspace } = context;
  const { noticeId, storeId, choice, userId, place } = input;
  const own = { workspaceId: workspace._id, _id: noticeId };
  const notice = await models.storeNotices.findOne(own).lean();
  if (!notice?.storeIds.includes(storeId)) return { kind: 'gone' };
  // A copy that was posted just before a crash is known from now on.
  await models.storeNotices.updateOne(
    { ...own, 'places.ts': { $ne: place.ts } },
    { $push: { places: { ...place, userId } } },
  );
  const target =
    choice === special.ignore
      ? ({ kind: 'ignore' } as const)
      : ({ kind: 'department', departmentId: choice } as const);
  const { linkId } = notice;
  const before = await newStoreOf(context, { notice, storeId });
  let isOvertaken = before?.mapped !== null;
  try {
    if (!isOvertaken)
      await saveMapping(context, { linkId, choices: [{ storeId, target, was: null }], userId });
  } catch (error) {
    if (!(error instanceof MappingChangedError)) throw error;
    isOvertaken = true;
  } finally {
    await refreshStoreNotices(context, { linkId, noticeId });
  }
  if (!isOvertaken) return { kind: 'mapped' };
  const store = await newStoreOf(context, { notice, storeId });
  return store ? { kind: 'already', store } : { kind: 'gone' };
}

async function newStoreOf(
  context: Context,
  { notice, storeId }: { notice: Parameters<typeof noticeData>[1]; storeId: string },
): Promise<NewStore | undefined> {
  const data = await noticeData(context, { ...notice, storeIds: [storeId] });
  return data?.stores[0];
}
