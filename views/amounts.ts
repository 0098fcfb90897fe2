import { type Language, list, money, percentChange } from '../src/language/format.ts';
import type { Sum } from '../src/turnover/sums.ts';

/** Totals as text, one a currency: `€1,234.50 and CA$20.00`. */
export function amountsText(sums: readonly Sum[], language: Language): string {
  return list(
    sums.map(({ turnover, currency }) => money(turnover, currency, language)),
    language,
  );
}

/** How a total moved against an earlier one, such as `+4%`; undefined when they cannot be held against each other. */
export function changeText(
  now: readonly Sum[],
  before: readonly Sum[],
  language: Language,
): string | undefined {
  const [sum, ...others] = now;
  const earlier = before.find(({ currency }) => currency === sum?.currency);
  if (!sum || !earlier || others.length > 0) return undefined;
  return percentChange(sum.turnover, earlier.turnover, language);
}
