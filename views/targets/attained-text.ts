import { type Language, money, moneyChange, percent } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { type Attained, percentOf, type TargetResult } from '../../src/targets/attained.ts';
import { add } from '../../src/turnover/money.ts';

/** How much of a target was attained: `98% of the target`, or with its amount where amounts may be seen. */
export function attainedText(attained: Attained, language: Language, amounts: 'money' | 'percent'): string {
  const { target } = texts(language);
  const share = percent(percentOf(attained), language);
  if (amounts === 'percent') return target.attained(share);
  return target.attainedOf(share, money(attained.target, attained.currency, language));
}

/** The same over all departments, one a currency: over how many of those with a target where not all could be held. */
export function attainedTotals(
  { total }: TargetResult,
  language: Language,
  amounts: 'money' | 'percent',
): string[] {
  const { target } = texts(language);
  return total.map((attained) => {
    const text = attainedText(attained, language, amounts);
    return attained.held < attained.of ? target.ofDepartments(text, attained.held, attained.of) : text;
  });
}

/** By how much a target was passed or missed. */
export function differenceText({ turnover, target, currency }: Attained, language: Language): string {
  return moneyChange(add(turnover, -target), currency, language);
}
