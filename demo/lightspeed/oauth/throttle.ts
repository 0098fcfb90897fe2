import { throttled } from './errors.ts';

const MINUTE = 60_000;

/** Lets so many things happen in a minute of real time, by name. */
export class Throttle {
  readonly #most: number;
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** @throws OAuthError 429 when the minute is full */
  check(name: string): void {
    const recent = this.#recent(name);
    const [oldest] = recent;
    if (oldest === undefined || recent.length < this.#most) return;
    throw throttled(Math.ceil((oldest + MINUTE - this.#now()) / 1000));
  }

  count(name: string): void {
    this.#times.set(name, [...this.#recent(name), this.#now()]);
  }

  #recent(name: string): number[] {
    return (this.#times.get(name) ?? []).filter((time) => time > this.#now() - MINUTE);
  }
}
