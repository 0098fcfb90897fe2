import type { Series } from '../../models/link.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DayLog } from '../../src/turnover/day-log.ts';
import type { ImportNowResult } from '../../src/turnover/import-now.ts';
import { amountsText } from '../amounts.ts';
import { whyText } from '../why.ts';

/** What became of an import that a person asked for: the outcome, why, and the figures of its days. */
export function importNowText(
  { result, logs, series }: { result: ImportNowResult; logs: readonly DayLog[]; series: Series },
  language: Language,
): string {
  const say = texts(language);
  const { outcome, why, dayLine, nothingMapped } = say.importNow;
  const lines = [
    outcome[result.outcome],
    ...(result.failure === null ? [] : [whyText(why, result.failure, series)]),
    ...(result.outcome === 'failed' ? [] : logs).map((log) => {
      const amount =
        log.sums.length > 0 ? `${amountsText(log.sums, language)} ${say.vat[log.vat]}` : nothingMapped;
      return dayLine(dayText(log.day, language), amount);
    }),
  ];
  return lines.join('\n');
}
