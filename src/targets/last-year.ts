import type { Context } from '../context.ts';
import { activeDepartments } from '../departments/in-order.ts';
import type { DayLog, DepartmentLine } from '../turnover/day-log.ts';
import { add, decimals } from '../turnover/money.ts';
import { readLogs } from '../turnover/read-logs.ts';
import type { Span } from '../turnover/span.ts';
import type { Sum } from '../turnover/sums.ts';
import { addDays, type Day, daysFrom } from '../turnover/trading-day.ts';
import { emptyWeek, type Week } from './target.ts';

/** Of which days last year the average is: the same calendar month, or the same four weeks. */
export type Basis = 'month' | 'weeks';

export interface CopyRequest {
  /** Null: every department in use. */
  departmentId: string | null;
  from: Day;
  basis: Basis;
  /** How much more than last year, whole per cent, above -100. */
  percent: number;
}

/** What a department's targets would be. */
export interface Proposal {
  departmentId: string;
  name: string;
  currency: string;
  week: Week;
  /** Over how many days each average is, Monday first. */
  days: number[];
}

export interface Proposals {
  /** The days of last year. */
  span: Span;
  proposals: Proposal[];
  /** The names of departments of which no day last year can be used. */
  without: string[];
}

/** The days last year from which targets from a day on are made. */
export function basisSpan(from: Day, basis: Basis): Span {
  if (basis === 'weeks') return { from: addDays(from, -364), to: addDays(from, -364 + 27) };
  const date = Temporal.PlainDate.from(from).with({ day: 1 }).subtract({ years: 1 });
  return { from: date.toString(), to: date.add({ months: 1 }).subtract({ days: 1 }).toString() };
}

/** Targets as the average of last year's weekdays and a bit; changes nothing. Days with a store missing, or closed, are left out. */
export async function proposeTargets(context: Context, request: CopyRequest): Promise<Proposals> {
  const span = basisSpan(request.from, request.basis);
  const [departments, logs] = await Promise.all([
    activeDepartments(context),
    readLogs(context, { days: daysFrom(span.from, span.to) }),
  ]);
  const wanted = departments.filter(
    ({ _id }) => request.departmentId === null || _id === request.departmentId,
  );
  const made = wanted.map(({ _id, name }) => ({
    name,
    proposal: proposalOf([...logs.values()], { departmentId: _id, name, percent: request.percent }),
  }));
  return {
    span,
    proposals: made.flatMap(({ proposal }) => proposal ?? []),
    without: made.filter(({ proposal }) => proposal === null).map(({ name }) => name),
  };
}

/** The average of each weekday over some days' logs (pure); null where no day can be used. */
export function proposalOf(
  logs: readonly DayLog[],
  { departmentId, name, percent }: { departmentId: string; name: string; percent: number },
): Proposal | null {
  const usable = logs.flatMap(({ day, departments }) => {
    const line = departments.find((each) => each.departmentId === departmentId);
    const sum = line && onlySum(line);
    return sum ? [{ weekday: Temporal.PlainDate.from(day).dayOfWeek, sum }] : [];
  });
  const currency = usable.at(-1)?.sum.currency;
  if (currency === undefined) return null;
  const own = usable.filter(({ sum }) => sum.currency === currency);
  const byWeekday = emptyWeek.map((_, index) => own.filter(({ weekday }) => weekday === index + 1));
  const week = byWeekday.map((days) =>
    averageOf(
      days.map(({ sum }) => sum.turnover),
      { currency, percent },
    ),
  );
  if (week.every((amount) => amount === null)) return null;
  return { departmentId, name, currency, week, days: byWeekday.map((days) => days.length) };
}

/** What a department turned over where every store of it is in, one at least was open, and all in one currency. */
function onlySum({ stores, sums }: DepartmentLine): Sum | undefined {
  const isUsable = stores.every(({ figure }) => figure !== null) && stores.some(({ closed }) => !closed);
  return isUsable && sums.length === 1 ? sums[0] : undefined;
}

/** An average and so much more, in whole units of the currency; null where it is nothing to aim at. */
function averageOf(
  amounts: readonly number[],
  { currency, percent }: { currency: string; percent: number },
): number | null {
  if (amounts.length === 0) return null;
  const total = amounts.reduce((sum, amount) => add(sum, amount), 0);
  if (total <= 0) return null;
  const unit = 10n ** BigInt(decimals(currency));
  const parts = BigInt(amounts.length) * 100n * unit;
  const units = (2n * BigInt(total) * BigInt(100 + percent) + parts) / (2n * parts);
  return units > 0n ? Number(units * unit) : null;
}
