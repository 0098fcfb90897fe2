import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerChunks, ledgerOf as ledgerOfChunks } from '../../models/ledger.ts';
import { openLedger } from '../../src/turnover/open-ledger.ts';
import { createLedgerWriter, type Ledger } from '../../src/turnover/packed-ledger.ts';
import { entriesOf, ledgerOf } from './support/ledger-of.ts';

const saleId = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map(String),
  fc.maxSafeNat().map(String),
  fc.uuid(),
  fc.constantFrom('007', '-1', '1e3', '٣', 'later 4', '999999999999999', '1000000000000000'),
);
const amount = fc.oneof(fc.integer({ min: -40_000, max: 40_000 }), fc.maxSafeInteger());
const sales = fc.uniqueArray(fc.record({ saleId, gross: amount, tax: amount }), {
  selector: (sale) => sale.saleId,
  maxLength: 60,
});
const place = { workspaceId: 'T1', linkId: 'L1', storeId: '1', day: '2024-06-03' };

describe('a packed ledger', () => {
  test('holds the sales that were put in, to the last minor unit, whatever their ids and order', () => {
    fc.assert(
      fc.property(sales, fc.boolean(), (given, isSorted) => {
        const put = isSorted ? given.toSorted((a, b) => Number(a.saleId) - Number(b.saleId)) : given;

        expect(new Set(entriesOf(ledgerOf(put)))).toEqual(new Set(given));
      }),
      { numRuns: 1_000 },
    );
  });

  test('finds what a plain map finds, in whatever order it is asked', () => {
    fc.assert(
      fc.property(sales, fc.array(saleId), fc.infiniteStream(fc.nat()), (given, others, dice) => {
        const plain = new Map(given.map((sale) => [sale.saleId, sale]));
        const open = openLedger(ledgerOf(given));
        const asked = [...given.map((sale) => sale.saleId), ...others]
          .map((id) => ({ id, place: dice.next().value }))
          .toSorted((a, b) => a.place - b.place)
          .slice(0, 40);

        for (const { id } of asked) {
          expect(open.take(id)).toEqual(plain.get(id));
          plain.delete(id);
        }

        expect(new Set(open.rest())).toEqual(new Set(plain.values()));
      }),
      { numRuns: 1_000 },
    );
  });

  test('comes back from its documents as it was', () => {
    fc.assert(
      fc.property(sales, (given) => {
        const ledger = ledgerOf(given);

        expect(ledgerOfChunks(ledgerChunks(place, ledger))).toEqual(ledger);
      }),
    );
  });

  const busyDay = (count: number): Ledger => {
    const writer = createLedgerWriter();
    for (let id = 1; id <= count; id += 1)
      writer.add(String(70_000_000 + id * 3), 100 + ((id * 7_919) % 25_000), id % 4_000);
    return writer.ledger();
  };

  test('takes six bytes a sale', () => {
    const { packed, entries } = busyDay(500_000);

    expect(entries).toEqual([]);
    expect(packed.reduce((sum, block) => sum + block.byteLength, 0) / 500_000).toBeLessThan(6);
  });

  test('is cut into documents far below what the server takes', () => {
    const chunks = ledgerChunks(place, busyDay(1_000_000));

    expect(chunks.length).toBeGreaterThan(1);
    for (const { packed } of chunks) {
      expect(packed.reduce((sum, block) => sum + block.byteLength, 0)).toBeLessThan(5_000_000);
    }
    expect(entriesOf(ledgerOfChunks(chunks))).toHaveLength(1_000_000);
  });

  test('of a version that packed nothing is still read', () => {
    const entries = [{ saleId: '7', gross: 100, tax: 17 }];

    expect(entriesOf(ledgerOfChunks([{ entries }]))).toEqual(entries);
  });
});
