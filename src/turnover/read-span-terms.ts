import { anyOf, months, unitWords, weekdays } from './read-span-words.ts';
import { oneDay, type Span } from './span.ts';
import { addDays, type Day } from './trading-day.ts';

/**
 * Days that a few words mean: `fixed` whenever they are said (undefined where there are no such days, as on 30 February), or
 * `yearly`, some days of each year of which it is yet to be seen which year is meant.
 */
export type Term =
  | { kind: 'fixed'; span: Span | undefined }
  | { kind: 'yearly'; in: (year: number) => Span | undefined };

type Rule = readonly [pattern: RegExp, means: (found: Found, today: Day) => Term];
/** What the named groups of a pattern hold; nothing for those that are not there. */
type Found = (group: string) => string;

const month = `(?<month>${anyOf(months.keys())})`;
const weekday = `(?<weekday>${anyOf(weekdays.keys())})`;
const someWeekday = `(?:${weekday} )?`;
const year = `(?<year>(?:19|20|21)\\d\\d)`;
const ofYear = `(?: (?:of |van |in )?${year})?`;
const date = '(?<day>\\d{1,2})(?:st|nd|rd|th|e|de|ste)?';
const last = '(?:the |de |het )?(?:last|past|previous|vorige|vorig|afgelopen|laatste)';
const current = '(?:this|current|deze|dit|huidige|huidig)';
const unit = `(?<unit>${anyOf(unitWords.keys())})`;
const number = '(?<number>\\d{1,4})';
const week = '(?:week|wk|w|kw)';
const quarter = '(?:quarter|kwartaal)';

/** The first rule whose pattern is the whole text decides. */
const rules: readonly Rule[] = [
  rule('today|vandaag', (_, today) => fixed(oneDay(today))),
  rule('tomorrow|morgen', (_, today) => fixed(oneDay(addDays(today, 1)))),
  rule('yesterday|gisteren', (_, today) => fixed(oneDay(addDays(today, -1)))),
  rule('(?:the )?day before yesterday|eergisteren', (_, today) => fixed(oneDay(addDays(today, -2)))),
  rule(`${number} (?:days?|dagen|dag) (?:ago|geleden)`, (found, today) =>
    fixed(oneDay(addDays(today, -Number(found('number'))))),
  ),

  rule('(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})', dayTerm),
  rule('(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)', dayTerm),
  rule('(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d\\d)', dayFirstTerm),
  rule('(?<day>\\d{1,2})[-/.](?<month>\\d{1,2})', dayFirstTerm),
  rule(`${someWeekday}${date} (?:of |van )?${month}${ofYear}`, dayTerm),
  rule(`${someWeekday}${month} (?:the )?${date}${ofYear}`, dayTerm),

  rule(`${month}${ofYear}`, monthTerm),
  rule(`${year} ${month}`, monthTerm),
  rule(`(?<year>\\d{4})[-/.](?<month>\\d{1,2})`, monthTerm),
  rule(`(?<month>\\d{1,2})[-/.](?<year>\\d{4})`, monthTerm),

  rule(`${week} ?(?<first>\\d{1,2})(?: ?(?:-|to|tot|t/m|tm|\\.\\.) ?(?<last>\\d{1,2}))?${ofYear}`, weekTerm),
  rule(`${year}(?:-| )?${week} ?(?<first>\\d{1,2})`, weekTerm),
  rule(`[qk](?<quarter>\\d)${ofYear}`, quarterTerm),
  rule(`${year}(?:-| )?[qk](?<quarter>\\d)`, quarterTerm),
  rule(`${quarter} (?<quarter>\\d)${ofYear}`, quarterTerm),
  rule(`(?<quarter>\\d)(?:st|nd|rd|th|e|de|ste) ${quarter}${ofYear}`, quarterTerm),
  rule(year, (found) => fixed(monthsFrom(Number(found('year')), 1, 12))),

  rule('ytd|(?:year|jaar) to date', (_, today) => fixed(whole('year', today, 0))),
  rule('mtd|month to date', (_, today) => fixed(whole('month', today, 0))),
  rule('wtd|week to date', (_, today) => fixed(whole('week', today, 0))),
  rule(`${current} ${unit}`, (found, today) => fixed(whole(found('unit'), today, 0))),
  rule(`(?:next|volgende|volgend|komende) ${unit}`, (found, today) => fixed(whole(found('unit'), today, -1))),
  rule(`${last} ${unit}`, (found, today) => fixed(whole(found('unit'), today, 1))),
  rule(`(?:${last} )?${number} ${unit}`, (found, today) =>
    fixed(lastOnes(found('unit'), today, Number(found('number')))),
  ),
  rule(
    `${last} week (?:on |op )?${weekday}|(?<weekday>${anyOf(weekdays.keys())}) (?:of |van )?${last} week`,
    (found, today) => fixed(dayOfWeek(found('weekday'), addDays(today, -7))),
  ),
  rule(
    `${current} week (?:on |op )?${weekday}|(?<weekday>${anyOf(weekdays.keys())}) (?:of |van )?${current} week|${current} (?<weekday>${anyOf(weekdays.keys())})`,
    (found, today) => fixed(dayOfWeek(found('weekday'), today)),
  ),
  rule(`(?:${last} |on |op )?${weekday}`, (found, today) => fixed(latestWeekday(found('weekday'), today))),
];

/** What a text (lower case, single spaces) means as a whole; undefined where it is no day. */
export function readTerm(text: string, today: Day): Term | undefined {
  for (const [pattern, means] of rules) {
    const match = pattern.exec(text);
    if (match) return means((group) => match.groups?.[group] ?? '', today);
  }
  return undefined;
}

function rule(pattern: string, means: Rule[1]): Rule {
  return [new RegExp(`^(?:${pattern})$`), means];
}

function fixed(span: Span | undefined): Term {
  return { kind: 'fixed', span };
}

/** The days in a year that was said, or of each year. */
function inYear(said: string, find: (year: number) => Span | undefined): Term {
  if (said === '') return { kind: 'yearly', in: find };
  // A year of two digits is of this century: nobody's turnover is older.
  return fixed(find(said.length === 2 ? 2000 + Number(said) : Number(said)));
}

function dayTerm(found: Found): Term {
  const wanted = weekdays.get(found('weekday'));
  return inYear(found('year'), (of) => {
    const day = dateOf(of, monthNumber(found('month')), Number(found('day')));
    if (day === undefined) return undefined;
    return wanted === undefined || Temporal.PlainDate.from(day).dayOfWeek === wanted
      ? oneDay(day)
      : undefined;
  });
}

/** In numbers the day comes first; the month does only where nothing else makes sense, as in 5/31. */
function dayFirstTerm(found: Found): Term {
  const [first, second] = [Number(found('day')), Number(found('month'))];
  return inYear(found('year'), (of) => {
    const day = dateOf(of, second, first) ?? dateOf(of, first, second);
    return day === undefined ? undefined : oneDay(day);
  });
}

function monthTerm(found: Found): Term {
  return inYear(found('year'), (of) => monthsFrom(of, monthNumber(found('month')), 1));
}

function quarterTerm(found: Found): Term {
  return inYear(found('year'), (of) => monthsFrom(of, 3 * Number(found('quarter')) - 2, 3));
}

function weekTerm(found: Found): Term {
  const [first, last] = [Number(found('first')), Number(found('last') || found('first'))];
  return inYear(found('year'), (of) => {
    // The week with 4 January is the first one of its ISO year.
    const monday = addDays(mondayOf(`${of}-01-04`), 7 * (first - 1));
    const sunday = addDays(monday, 7 * (last - first) + 6);
    const isOfYear = [monday, sunday].every((day) => Temporal.PlainDate.from(day).yearOfWeek === of);
    return first >= 1 && last >= first && isOfYear ? { from: monday, to: sunday } : undefined;
  });
}

function monthNumber(text: string): number {
  return months.get(text) ?? Number(text);
}

function dateOf(year: number, month: number, day: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** Whole calendar months; undefined where the first is none. */
function monthsFrom(year: number, month: number, count: number): Span | undefined {
  const from = dateOf(year, month, 1);
  if (from === undefined) return undefined;
  return { from, to: Temporal.PlainDate.from(from).add({ months: count }).subtract({ days: 1 }).toString() };
}

/** The calendar unit a day is in, or so many of them earlier. */
function whole(word: string, today: Day, back: number): Span | undefined {
  const date = Temporal.PlainDate.from(today);
  switch (unitWords.get(word)) {
    case 'day':
      return oneDay(addDays(today, -back));
    case 'week': {
      const from = addDays(mondayOf(today), -7 * back);
      return { from, to: addDays(from, 6) };
    }
    case 'month': {
      const { year, month } = date.subtract({ months: back });
      return monthsFrom(year, month, 1);
    }
    case 'quarter': {
      const { year, month } = date.subtract({ months: 3 * back });
      return monthsFrom(year, 3 * Math.ceil(month / 3) - 2, 3);
    }
    case 'year':
      return monthsFrom(date.year - back, 1, 12);
    default:
      return undefined;
  }
}

/** The last so many days, weeks, months ... that are over: none of them is the one that today is in. */
function lastOnes(word: string, today: Day, count: number): Span | undefined {
  const furthest = count > 0 && count <= mostUnits ? whole(word, today, count) : undefined;
  const nearest = whole(word, today, 1);
  return furthest && nearest && { from: furthest.from, to: nearest.to };
}

/** How far back `last 99 weeks` may go. */
const mostUnits = 1_100;

function mondayOf(day: Day): Day {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

/** A weekday of the week a day is in. */
function dayOfWeek(word: string, inWeekOf: Day): Span {
  return oneDay(addDays(mondayOf(inWeekOf), (weekdays.get(word) ?? 1) - 1));
}

/** The last such weekday before today. */
function latestWeekday(word: string, today: Day): Span {
  const { from } = dayOfWeek(word, today);
  return oneDay(from < today ? from : addDays(from, -7));
}
