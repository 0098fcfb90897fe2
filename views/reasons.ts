import { type Language, list, moneyChange } from '../src/language/format.ts';
import { texts } from '../src/language/texts.ts';
import type { Change, Entered } from '../src/turnover/changes.ts';
import { asText } from './blocks.ts';

/** Why a figure changed, each reason with its amount: together they are the whole change. */
export function whyText(change: Change, currency: string, language: Language): string {
  const say = texts(language);
  if (change.entered) return enteredText(change.entered, language);
  if (change.source === 'reimport') return say.reimported;
  if (change.reasons.length === 0) return say.withoutReason;
  return list(
    change.reasons.map(
      ({ kind, sales, amount }) => `${say.reason(kind, sales)} ${moneyChange(amount, currency, language)}`,
    ),
    language,
  );
}

/** That a figure was entered by hand, by whom and why. */
export function enteredText({ by, reason }: Entered, language: Language): string {
  return texts(language).entered(by, asText(reason));
}

/** The same where no amount may be seen: nor may a person's own words, which may hold one. */
export function whyWithoutAmounts(change: Change, language: Language): string {
  const say = texts(language);
  if (change.entered) return say.dayLog.figureState.manual;
  if (change.source === 'reimport') return say.reimported;
  if (change.reasons.length === 0) return say.withoutReason;
  return list(
    change.reasons.map(({ kind, sales }) => say.reason(kind, sales)),
    language,
  );
}
