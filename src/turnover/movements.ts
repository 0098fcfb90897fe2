import type { Sale } from '../lightspeed/connector.ts';
import type { Movement, MovementKind } from './figure.ts';
import { add } from './money.ts';
import { openLedger } from './open-ledger.ts';
import type { Ledger } from './packed-ledger.ts';
import type { Day } from './trading-day.ts';

/** Watches the second reading of one store's day and says what moved its figure since the first. */
export interface MovementWatch {
  /** Any sale of the store that the reading brought, with the day it now belongs to. */
  see(sale: Sale, day: Day): void;
  /** What moved, one entry a kind, adding up exactly to the change of the figure. Call once, after the last page. */
  movements(): Movement[];
}

/** A watch over one store's day, against the ledger of its first night. */
export function watchMovements(day: Day, ledger: Ledger): MovementWatch {
  const before = openLedger(ledger);
  const found = new Map<MovementKind, Movement>();

  const move = (kind: MovementKind, gross: number, tax: number) => {
    const sum = found.get(kind) ?? { kind, sales: 0, gross: 0, tax: 0 };
    found.set(kind, {
      kind,
      sales: sum.sales + 1,
      gross: add(sum.gross, gross),
      tax: add(sum.tax, tax),
    });
  };

  return {
    see(sale, dayOfSale) {
      const known = before.take(sale.id);
      const now = sale.standing === 'counts' && dayOfSale === day ? sale : undefined;
      if (!known && !now) return;
      if (!known) move(sale.gross < 0 ? 'refund' : 'late', sale.gross, sale.tax);
      else if (!now) move(leaving(sale), -known.gross, -known.tax);
      else if (now.gross !== known.gross || now.tax !== known.tax)
        move('edited', now.gross - known.gross, now.tax - known.tax);
    },
    movements() {
      for (const { gross, tax } of before.rest()) move('gone', -gross, -tax);
      return [...found.values()];
    },
  };
}

function leaving(sale: Sale): MovementKind {
  if (sale.standing === 'voided') return 'voided';
  return sale.standing === 'counts' ? 'moved' : 'gone';
}
