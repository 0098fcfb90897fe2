import fc from 'fast-check';
import type { Sale, SaleStanding } from '../../src/lightspeed/connector.ts';

const standings: SaleStanding[] = ['counts', 'counts', 'counts', 'open', 'voided', 'archived'];

/** Any sales of some stores in a span (epoch milliseconds, end excluded), each with an id of its own. */
export function someSales(
  storeIds: readonly string[],
  { start, end }: { start: number; end: number },
): fc.Arbitrary<Sale[]> {
  const sale = fc.record({
    storeId: fc.constantFrom(...storeIds),
    completedAt: fc.oneof(
      fc.integer({ min: start, max: end - 1 }),
      fc.constantFrom(start, end - 1, start + Math.floor((end - start) / 2)),
      fc.constant(null),
    ),
    gross: fc.integer({ min: -100_000, max: 1_000_000 }),
    tax: fc.integer({ min: -20_000, max: 200_000 }),
    standing: fc.constantFrom(...standings),
  });
  return fc
    .array(sale, { maxLength: 40 })
    .map((sales) => sales.map((one, index) => ({ ...one, id: String(index + 1), version: '' })));
}

/** A list in any cut: the pages a server might make of it. */
export function anyPages<Row>(rows: readonly Row[]): fc.Arbitrary<Row[][]> {
  return fc.array(fc.integer({ min: 0, max: rows.length }), { maxLength: 5 }).map((cuts) => {
    const ends = [...cuts.sort((a, b) => a - b), rows.length];
    return ends.map((end, index) => rows.slice(ends[index - 1] ?? 0, end));
  });
}
