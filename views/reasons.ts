import { type Language, list, moneyChange } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import type { Change } from '../src/turnover/changes.ts';

/** Why a figure changed, each reason with its amount: together they are the whole change. */
export function whyText(change: Change, currency: string, language: Language): string {
  const say = texts(language);
  if (change.source === 'reimport') return say.reimported;
  if (change.reasons.length === 0) return say.withoutReason;
  return list(
    change.reasons.map(
      ({ kind, sales, amount }) => `${say.reason(kind, sales)} ${moneyChange(amount, currency, language)}`,
    ),
    language,
  );
}
