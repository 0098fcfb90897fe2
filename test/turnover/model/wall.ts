/**
 * Days and nights found on foot, for the naive model: only the clock on the wall as Intl tells it, and a step of a quarter
 * of an hour (no zone has moved its clocks at any other minute since 2000). Nothing of the code under test is used.
 */
const quarter = 900_000;
const hour = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** `YYYY-MM-DD HH` on the wall of a zone; sorts as text. */
function wall(at: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(at);
}

/** The date on the wall. */
export function dateAt(at: number, zone: string): string {
  return wall(at, zone).slice(0, 10);
}

/** The first instant at which the wall shows this hour of this date, or later. */
export function firstInstant(date: string, atHour: number, zone: string): number {
  const key = `${date} ${atHour} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const wanted = `${date} ${String(atHour).padStart(2, '0')}`;
  let at = Date.parse(`${date}T00:00:00Z`) - 16 * hour;
  while (wall(at, zone) < wanted) at += quarter;
  starts.set(key, at);
  return at;
}

/** `count` dates later. */
export function later(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 24 * hour).toISOString().slice(0, 10);
}
