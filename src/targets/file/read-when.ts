import { nameKey } from '../../departments/name.ts';
import { languages, weekdayNames } from '../../language/format.ts';
import type { Day } from '../../turnover/trading-day.ts';

/** What a target of a file is for: a weekday (1 Monday to 7 Sunday), or a single day. */
export type When = { weekday: number } | { day: Day };

const weekdays = new Map(
  languages.flatMap((language) =>
    (['short', 'long'] as const).flatMap((length) =>
      weekdayNames(language, length).map((name, index) => [nameKey(name), index + 1] as const),
    ),
  ),
);

/**
 * A weekday in any of our languages, long or short, or a date: `2026-12-24`, or with the day first as Excel makes of it,
 * `24-12-2026` or `24/12/2026`. Undefined for anything else, and for dates that are not in the calendar.
 */
export function readWhen(typed: string): When | undefined {
  const weekday = weekdays.get(nameKey(typed).replace(/\.$/, ''));
  if (weekday !== undefined) return { weekday };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed);
  const [year, month, day] = iso?.slice(1) ?? dayFirst?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
    return { day: date.toString() };
  } catch {
    return undefined;
  }
}
