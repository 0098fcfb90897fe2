/** Keeps requests within what a series allows, by what its answers say of it. */
export interface Pacer {
  /** Takes note of an answer's headers; `now` is epoch milliseconds. */
  heard(headers: Headers, now: number): void;
  /** How long to wait before the next request, in milliseconds. */
  wait(now: number): number;
}
