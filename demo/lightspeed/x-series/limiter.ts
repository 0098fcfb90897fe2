import { XError } from './refuse.ts';

/** Documented: windows of five minutes. Invented: a window begins with the first request after the last one. */
const WINDOW = 5 * 60_000;

/** Documented: 300 requests a register and 50 more, a window. */
export const limitFor = (registers: number): number => 300 * registers + 50;

/** What one token may ask of one retailer, in real time. */
export class Window {
  readonly #limit: number;
  readonly #now: () => number;
  #ends = Number.NEGATIVE_INFINITY;
  #used = 0;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** @throws XError 429 whose Retry-After is the HTTP date at which the window is over. */
  admit(): void {
    const now = this.#now();
    if (now >= this.#ends) {
      this.#ends = now + WINDOW;
      this.#used = 0;
    }
    if (this.#used >= this.#limit) throw tooMany(this.#ends);
    this.#used += 1;
  }

  headers(): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(this.#limit),
      'X-RateLimit-Remaining': String(this.#limit - this.#used),
    };
  }
}

/** HTTP dates have whole seconds: rounded up, so that whoever waits for it is not refused again. */
export const tooMany = (until: number): XError =>
  new XError(429, 'Too Many Requests', 'Rate limiting enforced', {
    'Retry-After': new Date(Math.ceil(until / 1000) * 1000).toUTCString(),
  });
