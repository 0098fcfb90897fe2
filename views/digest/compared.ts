import type { DigestLook } from '../../models/channel.ts';
import type { Comparison, Pair } from '../../src/digest/comparison.ts';
import type { Feat } from '../../src/digest/feat.ts';
import { dayText, type Language, weekdayText } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DayLog } from '../../src/turnover/day-log.ts';
import type { Day } from '../../src/turnover/trading-day.ts';
import { amountsText, changeText } from '../amounts.ts';

/** How what is told is shown. */
export interface Telling {
  language: Language;
  amounts: DigestLook['amounts'];
  /** The day that is told of: years are left out where they are its own. */
  day: Day;
}

/** The change against an earlier day, and which stores that is of where it is not of all: `+4% on Tue 3 Nov`. */
export function comparedText(comparison: Comparison, { language, day }: Telling): string | undefined {
  const { digest, digestMore } = texts(language);
  const change = changeText(comparison.now, comparison.total, language);
  if (change === undefined) return undefined;
  const compared = digest.comparedWith(change, dayText(comparison.day, language, day));
  return comparison.leftOut.length === 0 ? compared : digestMore.alike(compared, comparison.stores);
}

/** An earlier amount with the change since, the change alone where no amount may be seen; undefined when there is none. */
export function earlierText({ now, before }: Pair, { language, amounts }: Telling): string | undefined {
  const change = changeText(now, before, language);
  if (amounts === 'percent') return change;
  const amount = amountsText(before, language);
  return change === undefined ? amount : texts(language).details.change(amount, change);
}

/** Something to be glad about, as a sentence. */
export function featText(feat: Feat, { language, day }: Telling): string {
  const { digestMore } = texts(language);
  if (feat.kind === 'streak') return digestMore.streak(feat.days);
  const [weekday, since] = [weekdayText(day, language), dayText(feat.since, language, day)];
  return feat.isFirstKnown ? digestMore.bestKnown(weekday, since) : digestMore.bestSince(weekday, since);
}

/** Whether every store is in and none was open. */
export function isAllClosed({ departments, storesIn }: DayLog): boolean {
  return storesIn > 0 && departments.every(({ stores }) => stores.every(({ closed }) => closed));
}
