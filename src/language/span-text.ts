import type { BucketUnit } from '../turnover/bucket.ts';
import { type Span, shapeOf } from '../turnover/span.ts';
import type { Day } from '../turnover/trading-day.ts';
import { dayText, type Language, locales } from './format.ts';
import { keep } from './keep.ts';
import { texts } from './texts.ts';

/** A range as people call it: `May 2024`, `Week 18, 2024 (29 Apr – 5 May)`, `Q2 2024`, `Wed 1 May – Tue 7 May 2024`. */
export function spanText(span: Span, language: Language): string {
  const { range } = texts(language);
  const shape = shapeOf(span);
  const date = Temporal.PlainDate.from(span.from);
  if (shape.kind === 'day') return dayText(span.from, language);
  if (shape.kind === 'year') return String(date.year);
  if (shape.kind === 'quarter') return range.quarter(shape.quarter, date.year);
  if (shape.kind === 'months') {
    return shape.count === 1
      ? monthText(span.from, language)
      : range.days(monthText(span.from, language), monthText(span.to, language));
  }
  if (shape.kind === 'weeks' && shape.count === 1) {
    const { weekOfYear = 0, yearOfWeek = 0 } = date;
    return `${range.week(weekOfYear, yearOfWeek)} (${shortDays(span, language)})`;
  }
  return range.days(dayText(span.from, language, span.to), dayText(span.to, language));
}

/** A range where there is little room, such as under a picture that is titled with its year: `Week 18, 2024`, `1 May – 7 May`. */
export function briefSpanText(span: Span, language: Language): string {
  const { range } = texts(language);
  const shape = shapeOf(span);
  if (shape.kind === 'months' && shape.count > 1) {
    const isOneYear = span.from.slice(0, 4) === span.to.slice(0, 4);
    const [first, last] = [isOneYear ? monthNames : monthsOfYears, monthsOfYears];
    return range.days(first(language).format(noonOf(span.from)), last(language).format(noonOf(span.to)));
  }
  if (shape.kind === 'weeks' && shape.count === 1) {
    const { weekOfYear = 0, yearOfWeek = 0 } = Temporal.PlainDate.from(span.from);
    return range.week(weekOfYear, yearOfWeek);
  }
  return shape.kind === 'weeks' || shape.kind === 'days'
    ? shortDays(span, language)
    : spanText(span, language);
}

/** A part of a range as one line of many: `Wed 1 May`, `Week 18 (29 Apr – 5 May)`, `May 2024`. */
export function bucketText(bucket: Span, unit: BucketUnit, language: Language): string {
  const { range } = texts(language);
  if (unit === 'day') return dayText(bucket.from, language, bucket.from);
  if (unit === 'month') return monthText(bucket.from, language);
  const { weekOfYear = 0 } = Temporal.PlainDate.from(bucket.from);
  return range.weekShort(weekOfYear, shortDays(bucket, language));
}

/** The same where there is little room: `1 May`, `29 Apr`, `May`. */
export function bucketLabel(bucket: Span, unit: BucketUnit, language: Language): string {
  return unit === 'month'
    ? monthNames(language).format(noonOf(bucket.from))
    : shortDay(bucket.from, language);
}

function shortDays({ from, to }: Span, language: Language): string {
  if (from === to) return shortDay(from, language);
  return texts(language).range.days(shortDay(from, language), shortDay(to, language));
}

function shortDay(day: Day, language: Language): string {
  return shortDates(language).format(noonOf(day));
}

function monthText(day: Day, language: Language): string {
  return months(language).format(noonOf(day));
}

const shortDates = dates({ day: 'numeric', month: 'short' });
const months = dates({ month: 'long', year: 'numeric' });
const monthNames = dates({ month: 'short' });
const monthsOfYears = dates({ month: 'short', year: 'numeric' });

function dates(parts: Intl.DateTimeFormatOptions) {
  return keep(
    (language: Language) => new Intl.DateTimeFormat(locales[language], { ...parts, timeZone: 'UTC' }),
  );
}

function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}
