import type { DraftBase, DraftChoice } from '../../models/mapping-draft.ts';
import { type FreshChoices, special } from './fresh-choices.ts';

/** A store that somebody mapped otherwise while a form was open. */
export interface ChangedMeanwhile {
  storeId: string;
  name: string;
  /** How it was mapped, how it is now, and what the person chose; null: they chose nothing, so it stays as it is now. */
  before: Said;
  now: Said;
  chosen: Said | null;
  by: string;
  at: Date;
}

/** A choice in words: the department's name, or the shares of several. */
export interface Said {
  kind: 'none' | 'ignored' | 'department' | 'split' | 'new';
  name: string;
}

/** Whether the person chose something else than the form showed them. What was only suggested is not theirs yet. */
export function isTheirs({ choice, newName, suggested, was }: DraftChoice): boolean {
  if (choice === suggested && suggested !== null) return false;
  return !sameChoice({ choice, newName }, was);
}

/** Whether saving would say something of this store: their own choice, or a suggestion that was left standing. */
export function isToSave(choice: DraftChoice): boolean {
  return choice.choice !== null && !sameChoice(choice, choice.was);
}

function sameChoice(
  left: Pick<DraftBase, 'choice' | 'newName'>,
  right: Pick<DraftBase, 'choice' | 'newName'>,
): boolean {
  if (left.choice !== right.choice) return false;
  const isSpelledOut = left.choice === special.split || left.choice === special.new;
  return !isSpelledOut || (left.newName ?? '').trim() === (right.newName ?? '').trim();
}

/**
 * Holds a person's choices against how stores are mapped now (pure): their own stay, all others become what is now, and what
 * others changed is listed.
 */
export function rebase(
  mine: readonly DraftChoice[],
  { choices: fresh, departments, latest }: FreshChoices,
): { choices: DraftChoice[]; changes: ChangedMeanwhile[] } {
  const nameOf = new Map(departments.map(({ _id, name }) => [_id, name]));
  const before = new Map(mine.map((choice) => [choice.storeId, choice]));
  const changes: ChangedMeanwhile[] = [];
  const choices = fresh.map((now): DraftChoice => {
    const own = before.get(now.storeId);
    if (!own) return now;
    const theirs = isTheirs(own);
    const mapping = latest.get(now.storeId);
    if (mapping && own.was.key !== now.was.key && !(theirs && sameChoice(own, now.was))) {
      changes.push({
        storeId: now.storeId,
        name: now.name,
        before: said(own.was, nameOf),
        now: said(now.was, nameOf),
        chosen: theirs ? said(own, nameOf) : null,
        by: mapping.mappedBy,
        at: mapping.mappedAt,
      });
    }
    return theirs ? { ...now, choice: own.choice, newName: own.newName } : now;
  });
  return { choices, changes };
}

function said(
  { choice, newName }: Pick<DraftBase, 'choice' | 'newName'>,
  nameOf: ReadonlyMap<string, string>,
): Said {
  switch (choice) {
    case null:
      return { kind: 'none', name: '' };
    case special.ignore:
      return { kind: 'ignored', name: '' };
    case special.split:
      return { kind: 'split', name: newName ?? '' };
    case special.new:
      return { kind: 'new', name: newName ?? '' };
    default:
      return { kind: 'department', name: nameOf.get(choice) ?? '' };
  }
}
