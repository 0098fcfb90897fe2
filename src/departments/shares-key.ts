import type { Share } from '../../models/mapping.ts';
import { combined } from '../turnover/split.ts';

/** Who has which part of a store, in one text: two mappings say the same when these are the same. */
export function sharesKey(shares: readonly Share[]): string {
  return combined(shares)
    .map(({ departmentId, weight }) => `${departmentId} ${weight}`)
    .sort()
    .join();
}

/** The same with every part of one department given to another. */
export function mergedKey(key: string, from: string, into: string): string {
  const shares = key
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.split(' '))
    .map(([departmentId = '', weight]) => ({
      departmentId: departmentId === from ? into : departmentId,
      weight: Number(weight),
    }));
  return sharesKey(shares);
}
