import type { Workspace } from '../../models/workspace.ts';
import type { DigestNotes } from '../notes/list-notes.ts';
import { holidayCountry } from '../stores/closing.ts';
import { holidayOn, holidayYearBefore } from '../stores/holidays.ts';
import type { TargetResult } from '../targets/attained.ts';
import type { DayLog } from '../turnover/day-log.ts';
import { type Sum, sumByCurrency } from '../turnover/sums.ts';
import { addDays, type Day, daysFrom } from '../turnover/trading-day.ts';
import { type Comparison, compareLogs, linesOf } from './comparison.ts';
import { type CorrectionData, correctionsOf } from './corrections.ts';
import { daysOfStreaks, type Feat, featOf, weeksOfHistory } from './feat.ts';
import { type Movers, topMovers } from './movers.ts';
import { monthToDate, type ToDate, toDate, weekToDate } from './to-date.ts';
import { type WeekdayAverage, weekdayAverage } from './weekday-average.ts';

/** What a digest says beside its figures; what is said of it stands in views/digest/details.ts. */
export interface DigestDetails extends LogDetails {
  notes: DigestNotes;
  targets: TargetResult;
}

/** What comes out of logs alone. */
export interface LogDetails {
  average: WeekdayAverage | null;
  /** The same weekday 52 weeks before. */
  lastYear: Comparison | null;
  /** The day is a public holiday: the same one a year before. */
  holiday: { name: string; lastYear: Comparison | null } | null;
  /** The day 52 weeks before was a public holiday that this one is not. */
  holidayThen: string | null;
  week: ToDate | null;
  month: ToDate | null;
  /** By currency; empty where there are none, or they are not known. */
  refunds: Sum[];
  movers: Movers | null;
  feat: Feat | null;
  /** What changed in the day before. */
  dayBefore: CorrectionData | null;
}

/** The same weekday a year before. */
const yearBefore = (day: Day) => addDays(day, -7 * 52);

/** So many weeks make the usual of a weekday. */
const weeksOfAverage = 4;

/** Every day whose log a digest's thread tells from. */
export function daysTold(day: Day, workspace: Pick<Workspace, 'holidays' | 'zone' | 'language'>): Day[] {
  const weekly = Array.from({ length: weeksOfHistory }, (_, week) => addDays(day, -7 * (week + 1)));
  const recent = daysFrom(addDays(day, -daysOfStreaks), day);
  const month = monthToDate(day);
  const aligned = holidayOf(day, workspace)?.lastYear;
  return [
    ...new Set([
      ...recent,
      ...weekly,
      ...daysFrom(month.before.from, month.before.to),
      ...(aligned ? [aligned] : []),
    ]),
  ];
}

/** A digest's thread from the logs of `daysTold`. */
export function detailsOf(
  logs: ReadonlyMap<Day, DayLog>,
  log: DayLog,
  workspace: Pick<Workspace, 'holidays' | 'zone' | 'language'>,
): LogDetails {
  const { day } = log;
  const against = (earlier: Day) => {
    const then = logs.get(earlier);
    const comparison = then && compareLogs(log, then);
    return comparison && comparison.stores > 0 ? comparison : null;
  };
  const weekBefore = logs.get(addDays(day, -7));
  const dayBefore = logs.get(addDays(day, -1));
  const weeks = Array.from({ length: weeksOfAverage }, (_, week) => addDays(day, -7 * (week + 1)));
  const holiday = holidayOf(day, workspace);
  const then = holidayOn(holidayCountry(workspace), yearBefore(day), workspace.language);
  return {
    average: weekdayAverage(
      log,
      weeks.flatMap((week) => logs.get(week) ?? []),
    ),
    lastYear: against(yearBefore(day)),
    holiday: holiday && { name: holiday.name, lastYear: holiday.lastYear ? against(holiday.lastYear) : null },
    holidayThen: then && then.rule !== holiday?.rule ? then.name : null,
    week: toDate(logs, weekToDate(day)),
    month: toDate(logs, monthToDate(day)),
    refunds: refundsOf(log),
    movers: weekBefore ? topMovers(log, weekBefore) : null,
    feat: featOf(logs, day),
    dayBefore: (dayBefore && correctionsOf(dayBefore)) ?? null,
  };
}

function holidayOf(day: Day, workspace: Pick<Workspace, 'holidays' | 'zone' | 'language'>) {
  const country = holidayCountry(workspace);
  const holiday = holidayOn(country, day, workspace.language);
  if (!country || !holiday) return null;
  return { ...holiday, lastYear: holidayYearBefore(country, holiday, workspace.language) };
}

function refundsOf(log: DayLog): Sum[] {
  const known = linesOf(log).flatMap(({ figure }) =>
    figure?.refunds && figure.refunds.sales > 0
      ? [{ figure: { currency: figure.currency, ...figure.refunds } }]
      : [],
  );
  return sumByCurrency(known);
}
