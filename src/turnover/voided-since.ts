import type { Sale } from '../lightspeed/connector.ts';
import type { Amounts } from './figure.ts';
import { add } from './money.ts';

/** What voided sales took away since an import; minor units, zero or less for sales above zero. */
export interface VoidedSales {
  sales: number;
  gross: number;
  tax: number;
}

/** Watches a reading of one store's day for sales that its kept figure counted and that are voided by now. */
export interface VoidWatch {
  see(sale: Sale): void;
  /** Call after the last page, with the figure as it is kept and as the reading has it. */
  voided(kept: Amounts, now: Amounts): VoidedSales;
}

const minute = 60_000;

/**
 * Lightspeed stamps whole seconds by a clock of its own, and a long reading passes a sale minutes before its figure is
 * written: a void this close to the writing may have come before the sale was read or after it.
 */
const unsureBefore = 15 * minute;
const unsureAfter = minute;

/** So many unsure voids are tried against the difference: all sets of them, so the work doubles with each. */
const mostUnsure = 12;

const none: VoidedSales = { sales: 0, gross: 0, tax: 0 };

/** A watch for a figure that was written at an instant, epoch milliseconds. */
export function createVoidWatch(writtenAt: number): VoidWatch {
  let certain = none;
  const unsure: { sale: Sale; isLater: boolean }[] = [];
  return {
    see(sale) {
      if (sale.standing !== 'voided') return;
      const voidedAt = timeOf(sale.version);
      if (voidedAt <= writtenAt - unsureBefore) return;
      if (voidedAt > writtenAt + unsureAfter) certain = plus(certain, sale);
      else unsure.push({ sale, isLater: voidedAt > writtenAt });
    },
    voided(kept, now) {
      // Where a set of the unsure ones makes the whole difference, those are the ones: nothing else is left to say.
      const explaining = setsOf(unsure.length > mostUnsure ? [] : unsure.map(({ sale }) => sale))
        .map((sales) => sales.reduce(plus, certain))
        .find((sum) => makes(sum, kept, now));
      if (explaining) return explaining;
      return unsure.filter(({ isLater }) => isLater).reduce((sum, { sale }) => plus(sum, sale), certain);
    },
  };
}

/** Epoch milliseconds; a version that is only a number says nothing of when it was made. */
function timeOf(version: string): number {
  return /^\d{4}-\d{2}-\d{2}/.test(version) ? Date.parse(version) : Number.NaN;
}

/** Every set of some sales, the empty one first. */
function setsOf(sales: readonly Sale[]): Sale[][] {
  const sets: Sale[][] = [[]];
  for (const sale of sales) sets.push(...sets.map((set) => [...set, sale]));
  return sets;
}

function plus(sum: VoidedSales, { gross, tax }: Sale): VoidedSales {
  return { sales: sum.sales + 1, gross: add(sum.gross, -gross), tax: add(sum.tax, -tax) };
}

function makes({ sales, gross, tax }: VoidedSales, kept: Amounts, now: Amounts): boolean {
  return (
    add(kept.gross, gross) === now.gross && add(kept.tax, tax) === now.tax && kept.sales - sales === now.sales
  );
}
