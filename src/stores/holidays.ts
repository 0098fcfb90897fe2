import { createRequire } from 'node:module';
import type HolidaysOf from 'date-holidays';
import type { Language } from '../language/format.ts';
import type { Day } from '../turnover/trading-day.ts';

/** A public holiday of a country. */
export interface Holiday {
  day: Day;
  name: string;
  /** What makes it the same holiday in every year, such as `easter 1`. */
  rule: string;
}

const load = createRequire(import.meta.url);

/** The tables of all countries take a quarter of a second and 20 MB to load, for which no start need wait. */
const library = (): typeof HolidaysOf => load('date-holidays');

const byYear = new Map<string, Holiday[]>();

/** The public holiday that falls on a day in a country (ISO 3166 alpha-2), by the data of date-holidays; null for none. */
export function holidayOn(country: string | null, day: Day, language: Language): Holiday | null {
  if (!country) return null;
  return holidaysOf(country, Number(day.slice(0, 4)), language).find((each) => each.day === day) ?? null;
}

/** When the same holiday was in the year before; null where it was not kept then. */
export function holidayYearBefore(country: string, { day, rule }: Holiday, language: Language): Day | null {
  const holidays = holidaysOf(country, Number(day.slice(0, 4)) - 1, language);
  return holidays.find((each) => each.rule === rule)?.day ?? null;
}

function holidaysOf(country: string, year: number, language: Language): Holiday[] {
  const key = `${country} ${year} ${language}`;
  const known = byYear.get(key);
  if (known) return known;
  const found = new (library())(country)
    .getHolidays(year, language)
    .filter(({ type }) => type === 'public')
    .map(({ date, name, rule }) => ({ day: date.slice(0, 'YYYY-MM-DD'.length), name, rule }));
  if (byYear.size > 500) byYear.clear();
  byYear.set(key, found);
  return found;
}

/** Countries (ISO 3166 alpha-2) whose holidays are known, with their names as a reader calls them, by name. */
export function countries(language: Language): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return Object.keys(new (library())().getCountries())
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Whether the holidays of a country (ISO 3166 alpha-2) are known. */
export function isCountry(code: string): boolean {
  return Object.hasOwn(new (library())().getCountries(), code);
}

const byZone = new Map<string, string | null>();

/** The country a zone lies in; null where none or several might be meant, or its holidays are not known. */
export function countryOfZone(zone: string): string | null {
  const known = byZone.get(zone);
  if (known !== undefined) return known;
  const [country, ...others] = Object.keys(new (library())().getCountries()).filter((code) =>
    new Intl.Locale(`und-${code}`).getTimeZones()?.includes(zone),
  );
  const found = others.length === 0 ? (country ?? null) : null;
  byZone.set(zone, found);
  return found;
}
