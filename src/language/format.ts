import { amountText, decimals } from '../turnover/money.ts';
import type { Day } from '../turnover/trading-day.ts';
import { keep } from './keep.ts';

export type Language = 'en' | 'nl';

export const languages: readonly Language[] = ['en', 'nl'];

/** The language that goes with a locale such as `nl-BE`; undefined where Daybook does not speak it. */
export function languageOf(locale: string | null): Language | undefined {
  const [first = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return first === 'en' || first === 'nl' ? first : undefined;
}

/** How each language writes numbers and dates; English as in Europe, day before month. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

const amounts = keep((language: Language, currency: string) => numbers(language, currencyStyle(currency)));
const roundAmounts = keep((language: Language, currency: string) =>
  numbers(language, { ...currencyStyle(currency), trailingZeroDisplay: 'stripIfInteger' }),
);
const changedAmounts = keep((language: Language, currency: string) =>
  numbers(language, { ...currencyStyle(currency), signDisplay: 'exceptZero' }),
);
const percents = keep((language: Language, signDisplay: 'auto' | 'always' | 'exceptZero') =>
  numbers(language, { style: 'percent', signDisplay, maximumFractionDigits: 0 }),
);
const shares = keep((language: Language) =>
  numbers(language, { style: 'percent', maximumFractionDigits: 2 }),
);
const counts = keep((language: Language) => numbers(language, {}));
const days = keep((language: Language, year: 'with-year' | 'without-year') =>
  dates(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(year === 'with-year' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }),
);
const weekdays = keep((language: Language, length: 'short' | 'long') =>
  dates(language, { weekday: length, timeZone: 'UTC' }),
);
const times = keep((language: Language, timeZone: string) =>
  dates(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }),
);
const hours = keep((language: Language) =>
  dates(language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }),
);
const lists = keep((language: Language) => new Intl.ListFormat(locales[language]));

/** An amount in minor units, such as `€1,234.50`: exact, with all its decimals. */
export function money(amount: number, currency: string, language: Language): string {
  return amounts(language, currency).format(decimalText(amount, currency));
}

/** A round amount in minor units as it stands at the axis of a chart, such as `€1,500`. */
export function roundMoney(amount: number, currency: string, language: Language): string {
  return roundAmounts(language, currency).format(decimalText(amount, currency));
}

/** The change of an amount, always with its sign: `+€12.00`, `-€3.10`. */
export function moneyChange(amount: number, currency: string, language: Language): string {
  return changedAmounts(language, currency).format(decimalText(amount, currency));
}

/** A change in whole per cent with its sign, such as `+4 %`; undefined where there is nothing to hold it against. */
export function percentChange(now: number, before: number, language: Language): string | undefined {
  if (before <= 0) return undefined;
  return percents(language, 'exceptZero').format((now - before) / before);
}

/** A whole number of per cent, such as `98%`. */
export function percent(whole: number, language: Language): string {
  return percents(language, 'auto').format(whole / 100);
}

/** A part in per cent with up to two decimals, such as `33.33%`. */
export function share(ofHundred: number, language: Language): string {
  return shares(language).format(ofHundred / 100);
}

/** A whole number of per cent as a change, always with its sign. */
export function percentMore(whole: number, language: Language): string {
  return percents(language, 'always').format(whole / 100);
}

/** A day such as `Tue 10 Nov 2026`; the year is left out where `today` is in the same year. */
export function dayText(day: Day, language: Language, today?: Day): string {
  const sameYear = today?.slice(0, 4) === day.slice(0, 4);
  return days(language, sameYear ? 'without-year' : 'with-year')
    .format(new Date(`${day}T12:00:00Z`))
    .replaceAll(',', '');
}

/** The weekday of a day, such as `Tuesday`. */
export function weekdayText(day: Day, language: Language): string {
  return weekdays(language, 'long').format(new Date(`${day}T12:00:00Z`));
}

/** The names of the weekdays, Monday first. */
export function weekdayNames(language: Language, length: 'short' | 'long'): string[] {
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) =>
    weekdays(language, length).format(Date.UTC(2024, 0, 1 + index, 12)),
  );
}

/** An instant as local date and time, such as `Wed 11 Nov, 03:04`. */
export function timeText(instant: Date | number, zone: string, language: Language): string {
  return times(language, zone).format(instant);
}

/** A full hour (0-23) of the day, such as `08:00`. */
export function hourText(hour: number, language: Language): string {
  return hours(language).format(hour * 3_600_000);
}

/** A count with its thousands apart. */
export function count(number: number, language: Language): string {
  return counts(language).format(number);
}

/** Names in a row: `Bakery, Flowers and Wine`. */
export function list(names: readonly string[], language: Language): string {
  return lists(language).format(names);
}

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(locales[language], options);
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], options);
}

/** With every decimal the currency has by ISO 4217: Intl's own habit drops those of the forint or the rupiah. */
function currencyStyle(currency: string) {
  const places = decimals(currency);
  return {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  } as const;
}

/** Intl takes a number as text without passing through a float. */
function decimalText(amount: number, currency: string): Intl.StringNumericLiteral {
  return amountText(amount, currency) as Intl.StringNumericLiteral;
}
