/** Why a request may be tried again: throttled (429), or broken (5xx, no connection, no answer in time, cut short). */
export type Reason = 'busy' | 'down';

/**
 * How many times one request is sent at most, the first time included. Five waits of at most a minute outlast
 * X-Series' window of five minutes.
 */
export const TRIES: Readonly<Record<Reason, number>> = { busy: 6, down: 4 };

const FIRST_WAIT_MS = 500;
const LONGEST_BACKOFF_MS = 15_000;
const LONGEST_ASKED_MS = 60_000;
/** R-Series' bucket loses one drip a second and its burst window is a second long: two are enough for either. */
const BUSY_WAIT_MS = 2_000;

/**
 * How long to wait before the next try, in milliseconds: what the server asks for (at most a minute), and never
 * less than our own growing back-off, so that `Retry-After: 0` is no invitation to hammer.
 * `failures` counts from 1; `random` gives 0 (included) to 1 (excluded) and spreads several processes.
 */
export function waitBeforeRetry(
  reason: Reason,
  failures: number,
  askedMs: number | null,
  random: () => number,
): number {
  const asked = Math.min(askedMs ?? (reason === 'busy' ? BUSY_WAIT_MS : 0), LONGEST_ASKED_MS);
  return Math.max(asked, backoff(failures, random));
}

function backoff(failures: number, random: () => number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
  return Math.round(full / 2 + (full / 2) * random());
}

/**
 * `Retry-After` in milliseconds from `now`: R-Series writes seconds, X-Series an HTTP date (RFC 9110, 10.2.3).
 * Null when the header is missing or unreadable; a date in the past is 0.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  // Only dates with words are dates here: Date.parse would take "-5" for a year.
  const date = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
