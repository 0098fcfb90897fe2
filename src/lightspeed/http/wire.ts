import { z } from 'zod';

/** An id of either series: whole numbers in R-Series, UUIDs in X-Series. */
export const id = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\w-]{1,64}$/));

/** Text that may be missing (`undefined`, `null` or `""`); a number is taken for the text it prints as. */
export const text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? undefined : String(value)));

/** Epoch milliseconds; a time without an offset is UTC, as both series say. Throws a RangeError for what is no time. */
export function instantOf(time: string): number {
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) ? '' : 'Z';
  return Temporal.Instant.from(time + offset).epochMilliseconds;
}

/** A zone as the account spells it (`US/Pacific` stays), or null where no such zone exists. */
export function zoneOf(zone: string | undefined): string | null {
  // Intl takes offsets like +02:00 too, but those know no summer time: not a zone for a store.
  if (zone === undefined || !/^[A-Za-z]/.test(zone)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
