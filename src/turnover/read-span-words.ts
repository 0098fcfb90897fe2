/** The words for days in English and Dutch, whole and short; what they are written with in lower case. */

const monthNames: readonly string[] = [
  'january januari jan',
  'february februari feb',
  'march maart mar mrt',
  'april apr',
  'may mei',
  'june juni jun',
  'july juli jul',
  'august augustus aug',
  'september sept sep',
  'october oktober oct okt',
  'november nov',
  'december dec',
];

/** Monday first, as in ISO weeks. */
const weekdayNames: readonly string[] = [
  'monday maandag mon ma',
  'tuesday dinsdag tues tue di',
  'wednesday woensdag wed wo',
  'thursday donderdag thurs thur thu do',
  'friday vrijdag fri vr',
  'saturday zaterdag sat za',
  'sunday zondag sun zo',
];

const byWord = (names: readonly string[]) =>
  new Map(names.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)));

/** Each word for a month -> 1 to 12. */
export const months = byWord(monthNames);
/** Each word for a weekday -> 1 (Monday) to 7. */
export const weekdays = byWord(weekdayNames);

export const unitWords = new Map(
  Object.entries({
    day: 'days day dagen dag',
    week: 'weeks week weken',
    month: 'months month maanden maand',
    quarter: 'quarters quarter kwartalen kwartaal',
    year: 'years year jaren jaar',
  }).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
);

/** Between the two ends of a range; longer ones first. */
export const separators: readonly (readonly string[])[] = [
  ['tot', 'en', 'met'],
  ['up', 'to'],
  ['..'],
  ['-'],
  ['to'],
  ['till'],
  ['until'],
  ['through'],
  ['thru'],
  ['tot'],
  ['t/m'],
  ['tm'],
];

/** Before a range, saying nothing: `from 1 may to 7 may`. */
export const openers: ReadonlySet<string> = new Set(['from', 'van']);
/** Before a first day, with yesterday as the last one. */
export const sinces: ReadonlySet<string> = new Set(['since', 'sinds', 'vanaf', 'from']);

/** Words as one part of a pattern. */
export function anyOf(words: Iterable<string>): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}
