import { openLedger } from '../../../src/turnover/open-ledger.ts';
import { createLedgerWriter, type Ledger, type LedgerEntry } from '../../../src/turnover/packed-ledger.ts';

/** A ledger of some sales, in the order they came. */
export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const writer = createLedgerWriter();
  for (const { saleId, gross, tax } of entries) writer.add(saleId, gross, tax);
  return writer.ledger();
}

/** All sales of a ledger. */
export function entriesOf(ledger: Ledger): LedgerEntry[] {
  return [...openLedger(ledger).rest()];
}
