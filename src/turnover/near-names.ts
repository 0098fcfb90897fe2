import { nameKey } from '../departments/name.ts';

/** How many letters must be added, dropped or changed to make one text of the other (Levenshtein). */
export function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: [...to].length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Of named things those that a typed name may mean. */
export interface NamedMatch<Named> {
  /** The one that is meant for certain: the same name, or the only one that begins so. */
  match: Named | undefined;
  /** Else those that may be meant, the nearest first; at most five. */
  near: Named[];
}

const mostNear = 5;

/** Looks a name up as people type it: case, width and spaces do not count. */
export function matchName<Named extends { name: string }>(
  typed: string,
  all: readonly Named[],
): NamedMatch<Named> {
  const key = nameKey(typed);
  if (key === '') return { match: undefined, near: [] };
  const keyed = all.map((named) => ({ named, key: nameKey(named.name) }));
  const same = keyed.find((each) => each.key === key);
  const beginning = keyed.filter((each) => each.key.startsWith(key));
  if (same || beginning.length === 1) return { match: (same ?? beginning[0])?.named, near: [] };
  const within = key.length < 2 ? [] : keyed.filter((each) => each.key.includes(key));
  const rest = [...beginning, ...within, ...bySlips(key, keyed)];
  return { match: undefined, near: [...new Set(rest.map(({ named }) => named))].slice(0, mostNear) };
}

/** Those with few slips for their length: one in four letters, at least one; of two letters nothing can be told. */
function bySlips<Keyed extends { key: string }>(key: string, all: readonly Keyed[]): Keyed[] {
  const allowed = (name: string) => Math.max(1, Math.floor(Math.min(key.length, name.length) / 4));
  if (key.length < 3) return [];
  return all
    .map((each) => ({ each, slips: slipsTo(key, each.key) }))
    .filter(({ each, slips }) => slips <= allowed(each.key))
    .sort((a, b) => a.slips - b.slips)
    .map(({ each }) => each);
}

/** Against the whole name, or as many of its first letters as were typed. */
function slipsTo(key: string, name: string): number {
  const begun = [...name].slice(0, [...key].length).join('');
  return Math.min(slipsBetween(key, name), slipsBetween(key, begun));
}
