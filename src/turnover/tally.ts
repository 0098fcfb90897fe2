import type { Sale } from '../lightspeed/connector.ts';
import type { Amounts, StoreDay } from './figure.ts';
import { add } from './money.ts';
import { type Day, type DayRule, dayBounds } from './trading-day.ts';

/** A store whose days are tallied. */
export interface TallyStore extends DayRule {
  storeId: string;
}

/** Figures in the making: fold in pages of sales, then read them off. Holds one sum a store and day, never the sales. */
export interface Tally {
  /** From the start of the earliest day (included) to the end of the latest (excluded), over all stores; epoch milliseconds. */
  window: { start: number; end: number };
  /** Adds a page of sales. Each counting sale is handed to `seen` with its day; so is each that does not count. */
  fold(page: readonly Sale[], seen?: (sale: Sale, day: Day) => void): void;
  /** One figure for every store and day asked for: a store without sales has one of zero. */
  figures(): (StoreDay & Amounts)[];
}

interface Slot {
  storeDay: StoreDay;
  start: number;
  end: number;
  amounts: Amounts;
}

/**
 * A tally of some stores over some days (at least one of each). A sale is put in the day of its completion by its own
 * store's zone and cut-off; sales of other stores or days are left out. Throws a RangeError where a sum would lose a cent.
 */
export function createTally(stores: readonly TallyStore[], days: readonly Day[]): Tally {
  const slots = new Map(stores.map((store) => [store.storeId, days.map((day) => slot(store, day))]));
  const all = [...slots.values()].flat();

  return {
    window: {
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    },
    fold(page, seen) {
      for (const sale of page) {
        const found = slotOf(slots.get(sale.storeId), sale);
        if (!found) continue;
        if (sale.standing === 'counts') count(found.amounts, sale);
        seen?.(sale, found.storeDay.day);
      }
    },
    figures: () => all.map(({ storeDay, amounts }) => ({ ...storeDay, ...amounts })),
  };
}

function slot(store: TallyStore, day: Day): Slot {
  return {
    storeDay: { storeId: store.storeId, day },
    ...dayBounds(day, store),
    amounts: { gross: 0, net: 0, tax: 0, sales: 0 },
  };
}

function slotOf(slots: Slot[] | undefined, { completedAt }: Sale): Slot | undefined {
  if (completedAt === null) return undefined;
  return slots?.find(({ start, end }) => start <= completedAt && completedAt < end);
}

function count(amounts: Amounts, sale: Sale): void {
  amounts.gross = add(amounts.gross, sale.gross);
  amounts.tax = add(amounts.tax, sale.tax);
  amounts.net = add(amounts.gross, -amounts.tax);
  amounts.sales += 1;
}
