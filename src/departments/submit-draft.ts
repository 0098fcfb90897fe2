import type { MappingDraft } from '../../models/mapping-draft.ts';
import type { Context } from '../context.ts';
import { dropDraft, special } from './mapping-draft.ts';
import { longestName, tidyName } from './name.ts';
import { readShares } from './read-shares.ts';
import { type MappingChoice, saveMapping } from './save-mapping.ts';

/** What is wrong with a name typed for a new department, by store. */
export type DraftProblems = Map<string, 'missing' | 'too-long' | 'shares'>;

/** The problems of a draft; empty when it can be saved. */
export function problemsOf(draft: MappingDraft): DraftProblems {
  const problems: DraftProblems = new Map();
  for (const { storeId, choice, newName } of draft.choices) {
    if (choice === special.split && !readShares(newName ?? '')) problems.set(storeId, 'shares');
    if (choice !== special.new) continue;
    const name = tidyName(newName ?? '');
    if (name === '') problems.set(storeId, 'missing');
    else if ([...name].length > longestName) problems.set(storeId, 'too-long');
  }
  return problems;
}

/** Saves a draft without problems and drops it. Stores without a choice stay as they are. */
export async function submitDraft(context: Context, draft: MappingDraft): Promise<void> {
  const choices = draft.choices.flatMap(({ storeId, choice, newName }): MappingChoice[] => {
    if (choice === null) return [];
    if (choice === special.ignore) return [{ storeId, target: { kind: 'ignore' } }];
    if (choice === special.new) return [{ storeId, target: { kind: 'new', name: newName ?? '' } }];
    if (choice === special.split) {
      return [{ storeId, target: { kind: 'split', shares: readShares(newName ?? '') ?? [] } }];
    }
    return [{ storeId, target: { kind: 'department', departmentId: choice } }];
  });
  await saveMapping(context, { linkId: draft.linkId, choices, from: draft.from, userId: draft.userId });
  await dropDraft(context, draft);
}
