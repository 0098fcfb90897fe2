import { nameKey, nameProblem, tidyName } from './name.ts';

/** A department by name and its part of a store, in hundredths of a per cent. */
export interface NamedShare {
  name: string;
  weight: number;
}

const whole = 10_000;

/**
 * Reads `Bakery 60, Flowers 40`: names each with a percentage (up to two decimals, point or comma), separated by commas, semicolons or
 * new lines. Undefined unless there are at least two different names, each above 0 %, together exactly 100 %.
 */
export function readShares(typed: string): NamedShare[] | undefined {
  const parts = typed
    .split(/[;\n]|,(?!\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const shares = parts.map(readShare);
  if (shares.length < 2 || !shares.every((share) => share !== undefined)) return undefined;
  const names = new Set(shares.map(({ name }) => nameKey(name)));
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return names.size === shares.length && total === whole ? shares : undefined;
}

function readShare(part: string): NamedShare | undefined {
  const match = /^(.*\S)\s+(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/su.exec(part);
  const name = tidyName(match?.[1] ?? '').replace(/:$/, '');
  const weight = Number(match?.[2] ?? 0) * 100 + Number((match?.[3] ?? '').padEnd(2, '0'));
  return nameProblem(name) !== undefined || weight === 0 ? undefined : { name, weight };
}

/** The same as text, as a person would type it. */
export function sharesText(shares: readonly NamedShare[]): string {
  return shares.map(({ name, weight }) => `${name} ${weight / 100}`).join(', ');
}
