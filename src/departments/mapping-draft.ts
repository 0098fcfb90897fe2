import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Context } from '../context.ts';
import { freshChoices } from './fresh-choices.ts';
import { nameKey } from './name.ts';
import { type ChangedMeanwhile, isTheirs, rebase } from './rebase.ts';
import { todayOf } from './today.ts';

/** How many stores a page of the form holds: with a select each, more would outgrow what Slack takes in one view. */
export const pageSize = 20;

/** A form in which nothing was chosen is thrown away after a day, milliseconds. */
const untouchedKept = 86_400_000;

export interface OpenedDraft {
  draft: MappingDraft;
  /** What others changed of the stores for which the person had chosen something else. */
  changes: ChangedMeanwhile[];
}

/**
 * A person's form for a link: what they chose before and neither saved nor dropped; else as the stores are mapped now, and
 * pre-selected where names match.
 */
export async function openDraft(
  context: Context,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<OpenedDraft> {
  const { models, workspace, newId } = context;
  const own = { workspaceId: workspace._id, userId, linkId };
  const fresh = await freshChoices(context, linkId);
  const kept = await models.mappingDrafts.findOne({ ...own, changedAt: { $ne: null } }).lean();
  if (kept) {
    const { choices, changes } = rebase(kept.choices, fresh);
    const draft = await write(context, { ...kept, choices, ...firstPage });
    return { draft, changes: changes.filter(({ chosen }) => chosen !== null) };
  }
  const { clock } = context;
  const blank = {
    ...firstPage,
    choices: fresh.choices,
    from: null,
    changedAt: null,
    keptUntil: new Date(clock() + untouchedKept),
  };
  const draft = await models.mappingDrafts
    .findOneAndUpdate(
      own,
      { $set: blank, $setOnInsert: { _id: newId() } },
      { upsert: true, returnDocument: 'after', runValidators: false },
    )
    .lean();
  return { draft, changes: [] };
}

const firstPage = { page: 0, query: '', onlyUnmapped: false };

/** A person's own draft; null when it is not theirs, of another workspace, or gone. */
export function findDraft(
  { models, workspace }: Context,
  { draftId, userId }: { draftId: string; userId: string },
): Promise<MappingDraft | null> {
  return models.mappingDrafts
    .findOne({
      workspaceId: workspace._id,
      _id: draftId,
      userId,
      // Those of an earlier version are of another shape.
      keptUntil: { $exists: true },
    })
    .lean();
}

export interface DraftChange {
  /** What is chosen on the page that is shown. */
  shown?: readonly Pick<DraftChoice, 'storeId' | 'choice' | 'newName'>[];
  from?: string | null;
  /** Which page is shown next; one that does not exist becomes the nearest. */
  page?: number;
  query?: string;
  onlyUnmapped?: boolean;
  round?: number;
}

/** Keeps what is chosen on the page that is shown, from which day it counts, and what is shown next. */
export async function keepDraft(
  context: Context,
  draft: MappingDraft,
  { shown = [], ...change }: DraftChange,
): Promise<MappingDraft> {
  const fresh = new Map(shown.map((choice) => [choice.storeId, choice]));
  const choices = draft.choices.map((choice) => ({ ...choice, ...fresh.get(choice.storeId) }));
  const next = { ...draft, ...change, choices };
  // Today is what the form shows by itself, and goes on to be tomorrow.
  const from = next.from === todayOf(context) ? null : next.from;
  const isChosen = from !== null || choices.some(isTheirs);
  const now = context.clock();
  const kept = {
    ...next,
    from,
    page: Math.min(Math.max(0, next.page), pagesOf(next) - 1),
    changedAt: isChosen ? new Date(now) : null,
    keptUntil: isChosen ? null : new Date(now + untouchedKept),
  };
  await writeShown(context, kept, shown);
  return kept;
}

/** The same form with what is mapped now below the person's own choices. */
export async function rebaseDraft(context: Context, draft: MappingDraft): Promise<OpenedDraft> {
  const { choices, changes } = rebase(draft.choices, await freshChoices(context, draft.linkId));
  if (changes.length === 0) return { draft, changes };
  return { draft: await write(context, { ...draft, choices, round: draft.round + 1 }), changes };
}

/** Gives a draft up and begins anew with what is mapped. */
export async function restartDraft(context: Context, draft: MappingDraft): Promise<MappingDraft> {
  await dropDraft(context, draft);
  const { draft: fresh } = await openDraft(context, draft);
  return write(context, { ...fresh, round: draft.round + 1 });
}

async function write({ models, workspace }: Context, draft: MappingDraft): Promise<MappingDraft> {
  const { _id, workspaceId: _workspace, userId: _user, linkId: _link, ...kept } = draft;
  // Ten thousand choices that come from the database take a second to validate.
  const options = { runValidators: false };
  await models.mappingDrafts.updateOne({ workspaceId: workspace._id, _id }, { $set: kept }, options);
  return draft;
}

/** Writes a draft and the choices of the page that is shown: all others stay as they are, however many. */
async function writeShown(
  { models, workspace }: Context,
  draft: MappingDraft,
  shown: NonNullable<DraftChange['shown']>,
): Promise<void> {
  const { _id, workspaceId: _workspace, userId: _user, linkId: _link, choices: _choices, ...kept } = draft;
  const ofChoices = shown.flatMap(({ choice, newName }, at) => [
    [`choices.$[of${at}].choice`, choice],
    [`choices.$[of${at}].newName`, newName],
  ]);
  const arrayFilters = shown.map(({ storeId }, at) => ({ [`of${at}.storeId`]: storeId }));
  await models.mappingDrafts.updateOne(
    { workspaceId: workspace._id, _id },
    { $set: { ...kept, ...Object.fromEntries(ofChoices) } },
    { arrayFilters },
  );
}

/** The draft is saved or given up. */
export async function dropDraft({ models, workspace }: Context, draft: MappingDraft): Promise<void> {
  await models.mappingDrafts.deleteOne({ workspaceId: workspace._id, _id: draft._id });
}

/** The stores that the form shows, on all its pages: those that are searched for, by name. */
export function matching({ choices, query, onlyUnmapped }: MappingDraft): DraftChoice[] {
  const wanted = nameKey(query);
  const isWanted = wanted === '' ? () => true : (name: string) => nameKey(name).includes(wanted);
  return choices.filter(({ name, was }) => isWanted(name) && !(onlyUnmapped && was.key !== null));
}

/** The stores on the page that is shown. */
export function shownOf(draft: MappingDraft): DraftChoice[] {
  return matching(draft).slice(draft.page * pageSize, (draft.page + 1) * pageSize);
}

export function pagesOf(draft: MappingDraft): number {
  return Math.max(1, Math.ceil(matching(draft).length / pageSize));
}
