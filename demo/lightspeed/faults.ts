import { ApiError } from './api/errors.ts';

const kinds = [
  /** The recorded 401 of a wrong key. */
  'unauthorized',
  /** 403: a scope is missing. */
  'forbidden',
  /** 429 with Retry-After (`seconds`, 1 when absent). */
  'rate-limited',
  /** 500 and 503 in the classic shape. */
  'server-error',
  'unavailable',
  /** 502 in HTML, as a proxy in front would say it. */
  'bad-gateway',
  /** A whole answer by HTTP whose JSON stops half way. */
  'truncated',
  /** The body comes in two halves, `ms` apart (1000 when absent). */
  'slow',
  /** No answer at all; the connection stays open. */
  'hang',
  /** The connection is closed before an answer. */
  'drop',
  /** The connection is closed half way through the body. */
  'drop-midway',
  /** A list gives the rows of the list before it once more, with its own next. */
  'duplicate-page',
  /** `next` leads to another host (`to`). */
  'foreign-next',
  /** `next` leads to the same page for ever. */
  'repeated-cursor',
  /** A normal answer, after which something happens: `after`, or the sale `saleID` is voided. */
  'changed-after',
  /** OAuth of the R-Series: as the request comes in, every merchant takes the consent back for good. */
  'consent-revoked',
  /** OAuth of the R-Series: as the request comes in, every employee who consented is locked. */
  'employee-locked',
] as const;

export type FaultKind = (typeof kinds)[number];

export type Fault = {
  kind: FaultKind;
  /** How many requests it hits; once when absent. */
  times?: number | 'always';
  /** Matching requests let through before; with path 'Sale.json', page K of a list is skip K - 1. */
  skip?: number;
  /** Only requests whose path and query contain this. */
  path?: string;
  seconds?: number;
  ms?: number;
  to?: string;
  /** In the X-Series also the id of the sale. */
  saleID?: number | string;
  /** What 'changed-after' does; from code only. */
  after?: () => void;
};

type Armed = { fault: Fault; skip: number; left: number };

/** The switches for what goes wrong, in the order they were set. */
export class Faults {
  #armed: Armed[] = [];

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) {
      const left = fault.times === 'always' ? Number.POSITIVE_INFINITY : (fault.times ?? 1);
      this.#armed.push({ fault, skip: fault.skip ?? 0, left });
    }
  }

  clear(): void {
    this.#armed = [];
  }

  /** The faults that still have requests to hit. */
  get waiting(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** The fault that hits this request, if any; counts it. */
  take(path: string): Fault | undefined {
    for (const armed of this.#armed) {
      if (armed.fault.path !== undefined && !path.includes(armed.fault.path)) continue;
      if (armed.skip > 0) {
        armed.skip -= 1;
        continue;
      }
      armed.left -= 1;
      this.#armed = this.#armed.filter(({ left }) => left > 0);
      return armed.fault;
    }
    return undefined;
  }
}

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.some((kind) => kind === value.kind);

/** Reads one fault or a list of them from the admin door. @throws ApiError 400 */
export const readFaults = (text: string): Fault[] => {
  const read: unknown = JSON.parse(text);
  const faults: unknown[] = Array.isArray(read) ? read : [read];
  if (faults.every(isFault)) return faults;
  throw new ApiError(400, `A fault needs a kind: ${kinds.join(', ')}.`);
};
