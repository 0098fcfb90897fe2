import { addDays, type Day } from './trading-day.ts';

/** What a person typed for a day, understood; or undefined when it is none. */
export function readDay(typed: string, today: Day): Day | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '' || text === 'yesterday') return addDays(today, -1);
  if (text === 'today') return today;
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  try {
    return Temporal.PlainDate.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0 },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}
