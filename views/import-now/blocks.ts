import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import type { DayLog } from '../../src/turnover/day-log.ts';
import type { ImportNowResult } from '../../src/turnover/import-now.ts';
import { amountsText } from '../amounts.ts';

/** What became of an import that a person asked for: the outcome, why, and the figures of its days. */
export function importNowText(
  { result, logs }: { result: ImportNowResult; logs: readonly DayLog[] },
  language: Language,
): string {
  const say = texts(language);
  const { outcome, why, dayLine, nothingMapped } = say.importNow;
  const reasons: Record<string, string> = why;
  const lines = [
    outcome[result.outcome],
    ...(result.failure === null ? [] : [reasons[result.failure] ?? why.other]),
    ...(result.outcome === 'failed' ? [] : logs).map((log) => {
      const amount =
        log.sums.length > 0 ? `${amountsText(log.sums, language)} ${say.vat[log.vat]}` : nothingMapped;
      return dayLine(dayText(log.day, language), amount);
    }),
  ];
  return lines.join('\n');
}
