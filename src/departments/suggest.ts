import type { Department } from '../../models/department.ts';
import { nameKey } from './name.ts';

/**
 * Finds the department whose name matches a store's: the same name, or the only one that is a whole word part of it. Names are
 * taken apart once, not for each of what may be thousands of stores.
 */
export function suggester<Kept extends Pick<Department, 'key'>>(
  departments: readonly Kept[],
): (storeName: string) => Kept | undefined {
  const byKey = new Map(departments.map((department) => [department.key, department]));
  const known = departments.map((department) => ({ department, words: wordsOf(department.key) }));
  return (storeName) => {
    const key = nameKey(storeName);
    const same = byKey.get(key);
    if (same) return same;
    const store = wordsOf(key);
    const within = known.filter(({ words }) => store.includes(words) || words.includes(store));
    return within.length === 1 ? within[0]?.department : undefined;
  };
}

/** The words of a name between spaces, so that only whole ones are found in another. */
function wordsOf(key: string): string {
  return ` ${key.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}
