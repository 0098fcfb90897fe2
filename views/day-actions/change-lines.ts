import type { Vat } from '../../models/workspace.ts';
import { type Language, money, moneyChange } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { turnoverOf } from '../../src/turnover/changes.ts';
import { type Amounts, sameAmounts } from '../../src/turnover/figure.ts';
import { asText } from '../blocks.ts';

/** A figure before and after. */
export interface FigureChange {
  name: string;
  currency: string;
  before: Amounts | null;
  after: Amounts;
}

/** One store's figure before and after, with the difference. */
export function changeLine(
  { name, currency, before, after }: FigureChange,
  { vat, language }: { vat: Vat; language: Language },
): string {
  const { dayActions } = texts(language);
  const amount = (amounts: Amounts) => money(turnoverOf(amounts, vat), currency, language);
  if (!before) return dayActions.cameIn(asText(name), amount(after));
  if (sameAmounts(before, after)) return dayActions.unchanged(asText(name), amount(after));
  const difference = turnoverOf(after, vat) - turnoverOf(before, vat);
  const change = difference === 0 ? dayActions.restDiffers : moneyChange(difference, currency, language);
  return dayActions.change(asText(name), amount(before), amount(after), change);
}
