import { type Ledger, type LedgerEntry, numberOf, unpack } from './packed-ledger.ts';

/** A ledger whose sales are looked for one by one, each found once. */
export interface OpenLedger {
  take(saleId: string): LedgerEntry | undefined;
  /** Those that were never looked for; call last. */
  rest(): Iterable<LedgerEntry>;
}

/**
 * Opens a ledger for a reading. The sales of R-Series are looked for in the order they were packed in, so they are unpacked
 * one by one; those that are passed by are laid aside, which makes any other order right too.
 */
export function openLedger({ packed, entries }: Ledger): OpenLedger {
  const aside = new Map(entries.map((entry) => [entry.saleId, entry]));
  const coming = unpack(packed);
  let next = coming.next().value;

  return {
    take(saleId) {
      const number = numberOf(saleId);
      while (number !== undefined && next && next.number <= number) {
        const { number: found, gross, tax } = next;
        next = coming.next().value;
        // The id as it was given: a million numbers made texts again would outlive their pages.
        if (found === number) return { saleId, gross, tax };
        aside.set(String(found), { saleId: String(found), gross, tax });
      }
      // As would a million texts that are looked up in a map.
      if (aside.size === 0) return undefined;
      const known = aside.get(saleId);
      aside.delete(saleId);
      return known;
    },
    *rest() {
      yield* aside.values();
      for (; next; next = coming.next().value) {
        yield { saleId: String(next.number), gross: next.gross, tax: next.tax };
      }
    },
  };
}
