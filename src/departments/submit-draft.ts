import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import type { Context } from '../context.ts';
import { MappingChangedError } from './errors.ts';
import { freshChoices, special } from './fresh-choices.ts';
import { dropDraft, type OpenedDraft, rebaseDraft } from './mapping-draft.ts';
import { readShares } from './read-shares.ts';
import { isToSave } from './rebase.ts';
import type { Target } from './resolve-target.ts';
import { type MappingChoice, saveMapping } from './save-mapping.ts';

/** How often a draft is held against what is mapped, when others save at the same time. */
const mostTries = 3;

/**
 * Saves a draft without problems and drops it: undefined. Where others changed the mapping since the person looked, nothing
 * is saved, and what they changed comes back with the draft: saved again, it puts the person's own choices in place. Stores
 * without a choice of theirs stay as they are.
 */
export async function submitDraft(context: Context, draft: MappingDraft): Promise<OpenedDraft | undefined> {
  for (let tries = 1; ; tries += 1) {
    const rebased = await rebaseDraft(context, draft);
    if (rebased.changes.length > 0) return rebased;
    try {
      await save(context, draft);
      await dropDraft(context, draft);
      return undefined;
    } catch (error) {
      if (!(error instanceof MappingChangedError) || tries === mostTries) throw error;
    }
  }
}

async function save(context: Context, draft: MappingDraft): Promise<void> {
  const { linkId, from, userId } = draft;
  const chosen = draft.choices.filter(isToSave);
  const choices =
    chosen.length === 0 && from !== null ? await lastSaved(context, draft) : chosen.flatMap(choiceOf);
  await saveMapping(context, { linkId, choices, from, userId });
}

function choiceOf(choice: DraftChoice): MappingChoice[] {
  const target = targetOf(choice);
  return target ? [{ storeId: choice.storeId, target, was: choice.was.key }] : [];
}

function targetOf({ choice, newName }: Pick<DraftChoice, 'choice' | 'newName'>): Target | undefined {
  switch (choice) {
    case null:
      return undefined;
    case special.ignore:
      return { kind: 'ignore' };
    case special.new:
      return { kind: 'new', name: newName ?? '' };
    case special.split:
      return { kind: 'split', shares: readShares(newName ?? '') ?? [] };
    default:
      return { kind: 'department', departmentId: choice };
  }
}

/** Only the day was changed: it is that of what was saved last. */
async function lastSaved(context: Context, { linkId }: MappingDraft): Promise<MappingChoice[]> {
  const { choices, latest } = await freshChoices(context, linkId);
  const newest = Math.max(...[...latest.values()].map(({ mappedAt }) => mappedAt.getTime()));
  return choices
    .filter(({ storeId }) => latest.get(storeId)?.mappedAt.getTime() === newest)
    .flatMap(({ was, ...choice }) => choiceOf({ ...choice, ...was, was }));
}
