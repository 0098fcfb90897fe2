import { add } from './money.ts';

/** A total in one currency; amounts of different currencies are never added. */
export interface Sum {
  /** ISO 4217. */
  currency: string;
  /** Minor units. */
  turnover: number;
  sales: number;
}

/** Adds up what is known, a total a currency, in alphabetical order of currencies. */
export function sumByCurrency(lines: readonly { figure: Sum | null }[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { figure } of lines) {
    if (!figure) continue;
    const { currency, turnover, sales } = figure;
    const sum = sums.get(currency);
    sums.set(currency, {
      currency,
      turnover: add(sum?.turnover ?? 0, turnover),
      sales: add(sum?.sales ?? 0, sales),
    });
  }
  return [...sums.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}

/** Adds an amount to the total of its currency among some totals, which are changed. */
export function addInto(sums: Sum[], { currency, turnover, sales }: Sum): void {
  const sum = sums.find((each) => each.currency === currency);
  if (!sum) {
    sums.push({ currency, turnover, sales });
    sums.sort((a, b) => a.currency.localeCompare(b.currency));
    return;
  }
  sum.turnover = add(sum.turnover, turnover);
  sum.sales = add(sum.sales, sales);
}
