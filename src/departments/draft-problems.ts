import type { Department } from '../../models/department.ts';
import type { DraftChoice, MappingDraft } from '../../models/mapping-draft.ts';
import { special } from './fresh-choices.ts';
import { isActive } from './in-order.ts';
import { nameKey, nameProblem } from './name.ts';
import { readShares } from './read-shares.ts';
import { isToSave } from './rebase.ts';

/** `archived`: it names a department that is archived; `gone`: one that is not there, or not any more. */
export type DraftProblem = 'missing' | 'too-long' | 'shares' | 'archived' | 'gone';

/** What is wrong with a draft, by store; empty when it can be saved. What was mapped so before is never wrong. */
export function problemsOf(
  draft: Pick<MappingDraft, 'choices'>,
  departments: readonly Department[],
): Map<string, DraftProblem> {
  const active = new Set(departments.filter(isActive).map(({ _id }) => _id));
  const archived = new Set(departments.filter((each) => !isActive(each)).map(({ key }) => key));
  const problems = new Map<string, DraftProblem>();
  for (const choice of draft.choices.filter(isToSave)) {
    const problem = problemOf(choice, { active, archived });
    if (problem) problems.set(choice.storeId, problem);
  }
  return problems;
}

function problemOf(
  { choice, newName }: DraftChoice,
  { active, archived }: { active: ReadonlySet<string>; archived: ReadonlySet<string> },
): DraftProblem | undefined {
  switch (choice) {
    case null:
    case special.ignore:
      return undefined;
    case special.new:
      return nameProblem(newName ?? '') ?? (archived.has(nameKey(newName ?? '')) ? 'archived' : undefined);
    case special.split: {
      const shares = readShares(newName ?? '');
      if (!shares) return 'shares';
      return shares.some(({ name }) => archived.has(nameKey(name))) ? 'archived' : undefined;
    }
    default:
      return active.has(choice) ? undefined : 'gone';
  }
}
