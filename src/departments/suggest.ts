import type { Department } from '../../models/department.ts';
import { nameKey } from './name.ts';

/** The department whose name matches a store's: the same name, or the only one that is a whole word part of it. */
export function suggestDepartment<Kept extends Pick<Department, 'key'>>(
  storeName: string,
  departments: readonly Kept[],
): Kept | undefined {
  const store = nameKey(storeName);
  const same = departments.find(({ key }) => key === store);
  if (same) return same;
  const within = departments.filter(({ key }) => contains(store, key) || contains(key, store));
  return within.length === 1 ? within[0] : undefined;
}

function contains(whole: string, part: string): boolean {
  return ` ${whole.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${part.replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
}
