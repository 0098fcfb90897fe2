import { type Language, roundMoney, weekdayNames } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { Week } from '../../src/targets/target.ts';

/** Seven amounts in a row: `Mon €4,200 · Tue – · …`; only a dash where there is none at all. */
export function weekText(week: Week, currency: string | null, language: Language): string {
  const { nothing } = texts(language).target;
  if (currency === null || week.every((amount) => amount === null)) return nothing;
  return weekdayNames(language, 'short')
    .map((name, index) => {
      const amount = week[index] ?? null;
      return `${name} ${amount === null ? nothing : roundMoney(amount, currency, language)}`;
    })
    .join(' · ');
}
