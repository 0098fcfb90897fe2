import type { Language } from '../../src/language/format.ts';
import { spanText } from '../../src/language/span-text.ts';
import { texts } from '../../src/language/texts.ts';
import type { RangeComparison } from '../../src/turnover/compare-ranges.ts';
import type { RangeLog } from '../../src/turnover/range-log.ts';
import { lengthOf } from '../../src/turnover/span.ts';
import { amountsText, changeText } from '../amounts.ts';

/** A range held against the one before and a year earlier, a line each: a change, or why there is none. */
export function comparisonLines(log: RangeLog, language: Language): string[] {
  const { range } = texts(language);
  const before = range.before(spanText(log.before.span, language));
  const yearEarlier = range.yearEarlier(spanText(log.yearEarlier.span, language));
  return [
    ...(isYearEarlier(log) ? [] : [line(log, log.before, before, language)]),
    line(log, log.yearEarlier, yearEarlier, language),
  ];
}

/** Whether the range before is the year earlier as well, as that of a year is: then it is told once. */
export function isYearEarlier({ before, yearEarlier }: RangeLog): boolean {
  return before.span.from === yearEarlier.span.from && before.span.to === yearEarlier.span.to;
}

/** The same for the text alone: only what may be called growth. */
export function comparisonText(log: RangeLog, language: Language): string[] {
  const { text } = texts(language).range;
  const [before, yearEarlier] = [log.before, log.yearEarlier].map((each) => growth(each, language));
  return [
    ...(before === undefined || isYearEarlier(log) ? [] : [text.before(before)]),
    ...(yearEarlier === undefined ? [] : [text.yearEarlier(yearEarlier)]),
  ];
}

/** The change of all stores, where every one of them may be compared. */
function growth({ fair }: RangeComparison, language: Language): string | undefined {
  if (!fair || fair.stores < fair.ofStores) return undefined;
  return changeText(fair.now, fair.earlier, language);
}

function line(log: RangeLog, comparison: RangeComparison, what: string, language: Language): string {
  const { range } = texts(language);
  const { fair, sums } = comparison;
  if (sums.length === 0) return range.nothingThen(what);
  const amount = amountsText(sums, language);
  const change = fair ? changeText(fair.now, fair.earlier, language) : undefined;
  if (!fair || change === undefined) {
    return range.notCompared(what, amount, whyNot(log, comparison, language));
  }
  return fair.stores === fair.ofStores
    ? range.compared(what, amount, change)
    : range.likeForLike(what, amount, fair.stores, fair.ofStores, change);
}

function whyNot(
  { days }: RangeLog,
  { fair, daysComplete, span }: RangeComparison,
  language: Language,
): string {
  const { why } = texts(language).range;
  if (fair) return why.noBase;
  if (days.complete < days.all) return why.incompleteNow;
  const all = lengthOf(span);
  return daysComplete < all ? why.incompleteThen(daysComplete, all) : why.otherStores;
}
