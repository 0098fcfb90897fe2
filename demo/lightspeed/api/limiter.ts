import { ApiError } from './errors.ts';

export type Limits = {
  /** Size of the bucket. */
  bucket: number;
  /** Drips that leak out of it in a second. */
  drip: number;
  /** Requests in one second of the wall clock. */
  burst: number;
};

/** 90 for the first register and 10 for each more; the burst is two ninths of it, as in the example 20 of 90. */
export const limitsFor = (registers: number): Limits => {
  const extra = Math.max(0, registers - 1);
  const bucket = 90 + 10 * extra;
  return { bucket, drip: 1 + 0.5 * extra, burst: Math.floor((bucket * 2) / 9) };
};

const short = (level: number): string => String(Math.round(level * 100) / 100);

/** One account's leaky bucket and burst window, in real time. */
export class Limiter {
  readonly limits: Limits;
  readonly #now: () => number;
  #level = 0;
  #drained: number;
  #second = 0;
  #inSecond = 0;

  constructor(limits: Limits, now: () => number) {
    this.limits = limits;
    this.#now = now;
    this.#drained = now();
  }

  /**
   * Takes a request in. The one that makes the bucket run over is still served; refused ones cost nothing (invented).
   * @throws ApiError 429 with Retry-After in whole seconds.
   */
  admit(cost: number): void {
    this.#leak();
    const { bucket, drip, burst } = this.limits;
    if (this.#level >= bucket)
      throw tooMany(
        'Rate limit exceeded.',
        'api-leaky-bucket',
        Math.floor((this.#level - bucket) / drip) + 1,
      );
    if (this.#inSecond >= burst) throw tooMany('burst rate limit exceeded', 'api-burst-limiter', 1);
    this.#level += cost;
    this.#inSecond += 1;
  }

  headers(cost: number): Record<string, string> {
    this.#leak();
    const { bucket, drip, burst } = this.limits;
    return {
      'X-LS-API-Bucket-Level': `${short(this.#level)}/${bucket}`,
      'X-LS-API-Burst-Level': `${this.#inSecond}/${burst}`,
      'X-LS-API-Drip-Rate': short(drip),
      'X-LS-Api-Request-Cost': short(cost),
    };
  }

  #leak(): void {
    const now = this.#now();
    this.#level = Math.max(0, this.#level - ((now - this.#drained) / 1000) * this.limits.drip);
    this.#drained = now;
    const second = Math.floor(now / 1000);
    if (second !== this.#second) this.#inSecond = 0;
    this.#second = second;
  }
}

/** The body is invented: no public 429 of the R-Series was found. */
export const tooMany = (message: string, type: string, seconds: number): ApiError =>
  new ApiError(429, message, 'Exception', {
    'X-LS-API-RateLimit-Type': type,
    'Retry-After': String(seconds),
  });
