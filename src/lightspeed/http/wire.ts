import { z } from 'zod';
import { isZone } from '../../turnover/trading-day.ts';

/** An id of either series, as text: whole numbers in R-Series, UUIDs in X-Series. */
export const plainId = z.string().regex(/^[\w-]{1,64}$/);

/** The same where a number may stand for its text. */
export const id = z.union([z.string(), z.number()]).transform(String).pipe(plainId);

/** Text that may be missing (`undefined`, `null` or `""`); a number is taken for the text it prints as. */
export const text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? undefined : String(value)));

/** How both series write a time as a rule: whole seconds in UTC. */
const usualTime = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+]00:00)$/;

/** The date met last: sales come day by day, and reading a date costs more than all else of a time. */
let latest = { date: 'none', midnight: 0 };

/** Epoch milliseconds; a time without an offset is UTC, as both series say. Throws a RangeError for what is no time. */
export function instantOf(time: string): number {
  if (usualTime.test(time)) {
    const minutes = twoDigits(time, 11) * 60 + twoDigits(time, 14);
    return midnightOf(time) + (minutes * 60 + twoDigits(time, 17)) * 1000;
  }
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) ? '' : 'Z';
  return Temporal.Instant.from(time + offset).epochMilliseconds;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
}

function midnightOf(time: string): number {
  if (!time.startsWith(latest.date)) {
    const date = time.slice(0, 10);
    latest = { date, midnight: Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds };
  }
  return latest.midnight;
}

/** A zone as the account spells it (`US/Pacific` stays), or null where no such zone exists. */
export function zoneOf(zone: string | undefined): string | null {
  // Temporal takes offsets like +02:00 too, but those know no summer time: not a zone for a store.
  return zone !== undefined && /^[A-Za-z][\w+/-]*$/.test(zone) && isZone(zone) ? zone : null;
}
