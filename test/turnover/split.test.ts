import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allot, movementParts, partOf } from '../../src/turnover/split.ts';

const shares = [
  { departmentId: 'bakery', weight: 3_333 },
  { departmentId: 'flowers', weight: 3_333 },
  { departmentId: 'wine', weight: 3_334 },
];

describe('allot', () => {
  it('gives the cents that are left to the largest remainders', () => {
    expect(allot(100, [6_000, 4_000])).toEqual([60, 40]);
    expect(allot(101, [5_000, 5_000])).toEqual([51, 50]);
    expect(allot(10, [3_333, 3_333, 3_334])).toEqual([3, 3, 4]);
    expect(allot(-101, [5_000, 5_000])).toEqual([-51, -50]);
    expect(allot(0, [5_000, 5_000])).toEqual([0, 0]);
  });

  it('always gives whole parts that add up to the whole and are less than one off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (whole, weights) => {
          const parts = allot(whole, weights);

          const total = weights.reduce((sum, weight) => sum + weight, 0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
          for (const [index, part] of parts.entries()) {
            expect(Number.isInteger(part)).toBe(true);
            expect(Math.abs(part - (whole * (weights[index] ?? 0)) / total)).toBeLessThan(1.001);
          }
        },
      ),
    );
  });
});

describe('the parts of a store that departments share', () => {
  it('add up to the cent in gross, net, tax and sales', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: -1e8, max: 1e8 }),
        fc.nat(500),
        (gross, tax, sales) => {
          const whole = { gross, tax, net: gross - tax, sales };

          const parts = shares.map(({ departmentId }) => partOf(whole, shares, departmentId));

          const sum = (of: 'gross' | 'tax' | 'net' | 'sales') =>
            parts.reduce((total, part) => total + part[of], 0);
          expect({ gross: sum('gross'), tax: sum('tax'), net: sum('net'), sales: sum('sales') }).toEqual(
            whole,
          );
          for (const part of parts) expect(part.net).toBe(part.gross - part.tax);
        },
      ),
    );
  });

  it('explain their change in full', () => {
    const movements = [
      { kind: 'voided', sales: 1, gross: -101, tax: -17 },
      { kind: 'late', sales: 2, gross: 50, tax: 9 },
    ] as const;
    const before = { gross: 1_000, tax: 170, net: 830, sales: 9 };
    const after = { gross: 949, tax: 162, net: 787, sales: 10 };

    for (const { departmentId } of shares) {
      const [from, to] = [partOf(before, shares, departmentId), partOf(after, shares, departmentId)];
      const change = { gross: to.gross - from.gross, tax: to.tax - from.tax };
      const parts = movementParts(movements, shares, { departmentId, change });
      expect(parts.reduce((sum, { gross }) => sum + gross, 0)).toBe(change.gross);
      expect(parts.reduce((sum, { tax }) => sum + tax, 0)).toBe(change.tax);
    }
  });
});
