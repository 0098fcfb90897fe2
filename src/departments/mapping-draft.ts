import type { Department } from '../../models/department.ts';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Store } from '../../models/store.ts';
import type { Context } from '../context.ts';
import { mappingOn } from '../turnover/mapping-on.ts';
import { dayOf } from '../turnover/trading-day.ts';
import { sharesText } from './read-shares.ts';
import { suggestDepartment } from './suggest.ts';

/** How many stores a page of the form holds: with a select each, more would outgrow what Slack takes in one view. */
export const pageSize = 20;

/** What is chosen instead of a department's id. */
export const special = { new: 'new', split: 'split', ignore: 'ignore' } as const;

/** Begins a person's form for a link: as it is mapped now, and pre-selected where names match. */
export async function beginDraft(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<MappingDraft> {
  const { models, workspace, clock, newId } = context;
  const place = { workspaceId: workspace._id };
  const { stores, departments } = await formRecords(context, linkId);
  const today = dayOf(clock(), { zone: workspace.zone, cutOff: 0 });
  const mapped = mappingOn(await models.mappings.find({ ...place, linkId }).lean(), today);

  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]));
  const choices = stores.map((store): DraftChoice => {
    const { storeId } = store;
    const mapping = mapped.get(`${store.linkId} ${storeId}`);
    if (!mapping) {
      return { storeId, choice: suggestDepartment(store.name, departments)?._id ?? null, newName: null };
    }
    const [first, ...others] = mapping.shares;
    if (others.length === 0) return { storeId, choice: first?.departmentId ?? special.ignore, newName: null };
    const shares = mapping.shares.map(({ departmentId, weight }) => ({
      name: nameOf.get(departmentId) ?? '',
      weight,
    }));
    return { storeId, choice: special.split, newName: sharesText(shares) };
  });
  await models.mappingDrafts.deleteMany({ ...place, userId, linkId });
  const draft = {
    ...place,
    _id: newId(),
    userId,
    linkId,
    page: 0,
    choices,
    from: null,
    touchedAt: new Date(clock()),
  };
  await models.mappingDrafts.create(draft);
  return draft;
}

/** A person's own draft; null when it is not theirs, of another workspace, or gone. */
export function findDraft(
  { models, workspace }: Context,
  { draftId, userId }: { draftId: string; userId: string },
): Promise<MappingDraft | null> {
  return models.mappingDrafts.findOne({ workspaceId: workspace._id, _id: draftId, userId }).lean();
}

/** Keeps what is chosen on the page that is shown, from which day it counts, and which page is shown next. */
export async function keepDraft(
  { models, workspace, clock }: Context,
  draft: MappingDraft,
  { shown, page, from = draft.from }: { shown: readonly DraftChoice[]; page: number; from?: string | null },
): Promise<MappingDraft> {
  const fresh = new Map(shown.map((choice) => [choice.storeId, choice]));
  const choices = draft.choices.map((choice) => fresh.get(choice.storeId) ?? choice);
  const last = Math.max(0, Math.ceil(draft.choices.length / pageSize) - 1);
  const kept = { ...draft, choices, from, page: Math.min(Math.max(0, page), last) };
  await models.mappingDrafts.updateOne(
    { workspaceId: workspace._id, _id: draft._id },
    { $set: { choices, from, page: kept.page, touchedAt: new Date(clock()) } },
  );
  return kept;
}

/** The draft is saved or given up. */
export async function dropDraft({ models, workspace }: Context, draft: MappingDraft): Promise<void> {
  await models.mappingDrafts.deleteOne({ workspaceId: workspace._id, _id: draft._id });
}

/** The stores of a link that are open, and the workspace's departments, both by name. */
export async function formRecords(
  { models, workspace }: Context,
  linkId: string,
): Promise<{ stores: Store[]; departments: Department[] }> {
  const place = { workspaceId: workspace._id };
  const [stores, departments] = await Promise.all([
    models.stores
      .find({ ...place, linkId, archived: false })
      .sort({ name: 1, storeId: 1 })
      .lean(),
    models.departments.find(place).sort({ key: 1 }).lean(),
  ]);
  return { stores, departments };
}
