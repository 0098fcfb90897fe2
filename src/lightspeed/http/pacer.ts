import type { IncomingHttpHeaders } from 'node:http';

/** Keeps requests within what a series allows, by what its answers say of it. */
export interface Pacer {
  /** Takes note of an answer's headers; `now` is epoch milliseconds. */
  heard(headers: IncomingHttpHeaders, now: number): void;
  /** How long to wait before the next request, in milliseconds. */
  wait(now: number): number;
  /** How much of what is allowed was used by the last answer that told, from 0 to 1; null before one did. */
  used(): number | null;
}
