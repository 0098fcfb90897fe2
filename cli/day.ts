import { readDay } from '../src/turnover/read-day.ts';
import { UsageError } from './errors.ts';

/** A day given on the command line. Throws a UsageError with an example. */
export function parseDay(typed: string): string {
  const day = /^\d{4}-\d{1,2}-\d{1,2}$/.test(typed) ? readDay(typed, '1970-01-01') : undefined;
  if (day === undefined) throw new UsageError(`"${typed}" is no day; write it like 2024-05-01.`);
  return day;
}
