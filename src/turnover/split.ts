import type { Share } from '../../models/mapping.ts';
import type { Amounts, Movement } from './figure.ts';
import { add } from './money.ts';

/**
 * Cuts a whole number (minor units, sales; below zero too) by weights into whole parts that always add up to it: each gets
 * its share rounded down, and what is left goes to the largest remainders, earlier ones first where they tie.
 */
export function allot(whole: number, weights: readonly number[]): number[] {
  const sign = whole < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(whole));
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  const parts = weights.map((weight, index) => {
    const exact = amount * BigInt(weight);
    return { index, part: exact / total, rest: exact % total };
  });
  let left = amount - parts.reduce((sum, { part }) => sum + part, 0n);
  for (const each of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  )) {
    if (left === 0n) break;
    each.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => sign * Number(part) || 0);
}

/**
 * Each department once, with all it has of a store. After a merge a department may hold several parts, which stay apart so
 * that every other part keeps its cents.
 */
export function combined(shares: readonly Share[]): Share[] {
  const weights = new Map<string, number>();
  for (const { departmentId, weight } of shares) {
    weights.set(departmentId, (weights.get(departmentId) ?? 0) + weight);
  }
  return [...weights].map(([departmentId, weight]) => ({ departmentId, weight }));
}

/** A department's part of a store's amounts: parts of gross, tax and sales add up to the whole, and so do those of net. */
export function partOf(
  { gross, tax, sales }: Omit<Amounts, 'net'>,
  shares: readonly Share[],
  departmentId: string,
): Amounts {
  const weights = shares.map(({ weight }) => weight);
  const part = (whole: number) =>
    allot(whole, weights)
      .filter((_part, index) => shares[index]?.departmentId === departmentId)
      .reduce((sum, each) => sum + each, 0);
  const own = { gross: part(gross), tax: part(tax), sales: part(sales) };
  return { ...own, net: add(own.gross, -own.tax) };
}

/** A department's part of what moved a figure, adding up to the change of its part: the last movement takes what rounding left. */
export function movementParts(
  movements: readonly Movement[],
  shares: readonly Share[],
  { departmentId, change }: { departmentId: string; change: { gross: number; tax: number } },
): Movement[] {
  let left = change;
  return movements.map((movement, index) => {
    const { gross, tax } = partOf(movement, shares, departmentId);
    const own = index === movements.length - 1 ? left : { gross, tax };
    left = { gross: add(left.gross, -own.gross), tax: add(left.tax, -own.tax) };
    return { ...movement, ...own };
  });
}
