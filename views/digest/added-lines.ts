import type { DigestData } from '../../src/digest/digest.ts';
import { dayText, type Language } from '../../src/language/format.ts';
import { texts } from '../../src/language/texts.ts';
import { asText } from '../blocks.ts';
import { noteText } from '../notes/lines.ts';
import { attainedText, differenceText } from '../targets/attained-text.ts';
import type { Telling } from './compared.ts';

/** Each department against its target; those without one are left out. */
export function targetLines({ log, details }: DigestData, { language, amounts }: Telling): string[] {
  const { target } = texts(language);
  return log.departments.flatMap(({ departmentId, name }) => {
    const attained = details.targets.departments.get(departmentId);
    if (!attained) return [];
    const text = attainedText(attained, language, amounts);
    return amounts === 'percent'
      ? [target.plainLine(asText(name), text)]
      : [target.resultLine(asText(name), text, differenceText(attained, language))];
  });
}

/** What people wrote of the day in a form; what they replied stands in the thread already. */
export function noteLines({ details: { notes } }: DigestData, language: Language): string[] {
  return notes.ofDay.map((note) => noteText(note, { language, zone: notes.zone }));
}

/** What people said of the day a year before, by date and by weekday, under each of the two days. */
export function yearAgoLines({ details: { notes } }: DigestData, language: Language): string[] {
  return notes.yearAgo.map(({ day, notes: ofDay }) =>
    [
      `_${dayText(day, language)}_`,
      ...ofDay.map((note) => noteText(note, { language, zone: notes.zone })),
    ].join('\n'),
  );
}
