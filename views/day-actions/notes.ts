import type { ContextBlock } from '@slack/types';
import type { Link } from '../../models/link.ts';
import type { Vat } from '../../models/workspace.ts';
import type { Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { UnreadLink } from '../../src/turnover/day-links.ts';
import { asText, context } from '../blocks.ts';
import { whyText } from '../why.ts';

/** The Lightspeed report that should show the same amounts, for each series. */
export function reportLines(series: readonly Link['series'][], vat: Vat, language: Language): string[] {
  const { reports } = texts(language);
  return [...new Set(series)].map((each) => reports[each][vat]);
}

/** Links that could not be read, each with why and what helps. */
export function unreadLines(unread: readonly UnreadLink[], language: Language): string[] {
  const { dayActions } = texts(language);
  return unread.map(({ link, failure }) =>
    dayActions.unread(asText(link.name), whyText(dayActions.why, failure, link.series)),
  );
}

/** How amounts are told, and where to find them in Lightspeed. */
export function comparable(
  { vat, series }: { vat: Vat; series: readonly Link['series'][] },
  language: Language,
): ContextBlock {
  const say = texts(language);
  return context(say.dayActions.told(say.vat[vat]), ...reportLines(series, vat, language));
}
