import { amountText, decimals } from '../turnover/money.ts';
import type { Day } from '../turnover/trading-day.ts';

export type Language = 'en' | 'nl';

export const languages: readonly Language[] = ['en', 'nl'];

/** The language that goes with a locale such as `nl-BE`; undefined where Daybook does not speak it. */
export function languageOf(locale: string | null): Language | undefined {
  const [first = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return first === 'en' || first === 'nl' ? first : undefined;
}

/** How each language writes numbers and dates; English as in Europe, day before month. */
export const locales: Record<Language, string> = { en: 'en-GB', nl: 'nl-NL' };

/** An amount in minor units, such as `€1,234.50`: exact, with all its decimals. */
export function money(amount: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(locales[language], currencyStyle(currency)).format(
    decimalText(amount, currency),
  );
}

/** A round amount in minor units as it stands at the axis of a chart, such as `€1,500`. */
export function roundMoney(amount: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    ...currencyStyle(currency),
    trailingZeroDisplay: 'stripIfInteger',
  }).format(decimalText(amount, currency));
}

/** The change of an amount, always with its sign: `+€12.00`, `-€3.10`. */
export function moneyChange(amount: number, currency: string, language: Language): string {
  const style = { ...currencyStyle(currency), signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(locales[language], style).format(decimalText(amount, currency));
}

/** A change in whole per cent with its sign, such as `+4 %`; undefined where there is nothing to hold it against. */
export function percentChange(now: number, before: number, language: Language): string | undefined {
  if (before <= 0) return undefined;
  const share = (now - before) / before;
  return new Intl.NumberFormat(locales[language], {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A whole number of per cent, such as `98%`. */
export function percent(whole: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    whole / 100,
  );
}

/** The same as a change, always with its sign. */
export function percentMore(whole: number, language: Language): string {
  const style = { style: 'percent', signDisplay: 'always', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales[language], style).format(whole / 100);
}

/** A day such as `Tue 10 Nov 2026`; the year is left out where `today` is in the same year. */
export function dayText(day: Day, language: Language, today?: Day): string {
  const sameYear = today?.slice(0, 4) === day.slice(0, 4);
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(new Date(`${day}T12:00:00Z`))
    .replaceAll(',', '');
}

/** The weekday of a day, such as `Tuesday`. */
export function weekdayText(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** The names of the weekdays, Monday first. */
export function weekdayNames(language: Language, length: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: length, timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index, 12)));
}

/** An instant as local date and time, such as `Wed 11 Nov, 03:04`. */
export function timeText(instant: Date | number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(instant);
}

/** A full hour (0-23) of the day, such as `08:00`. */
export function hourText(hour: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(hour * 3_600_000);
}

/** A count with its thousands apart. */
export function count(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(number);
}

/** Names in a row: `Bakery, Flowers and Wine`. */
export function list(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language]).format(names);
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
