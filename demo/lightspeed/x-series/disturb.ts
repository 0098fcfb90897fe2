import type { Fault, FaultKind } from '../faults.ts';
import { invalidToken } from './access.ts';
import { tooMany } from './limiter.ts';
import { XError } from './refuse.ts';

/** The refusal a fault stands for, if it is one; `now` is real time. */
export const faultRefusal = ({ kind, seconds = 1 }: Fault, now: number): XError | undefined => {
  const refusals: Partial<Record<FaultKind, () => XError>> = {
    unauthorized: invalidToken,
    forbidden: () => new XError(403, 'permission denied'),
    'rate-limited': () => tooMany(now + seconds * 1000),
    'server-error': () => new XError(500, 'Internal Server Error'),
    unavailable: () => new XError(503, 'Service Unavailable'),
  };
  return refusals[kind]?.();
};

type List = { data: unknown[]; version?: { min: number | null; max: number | null } };

const isList = (body: unknown): body is List =>
  typeof body === 'object' && body !== null && 'data' in body && Array.isArray(body.data);

/** Twists lists: what they hold or where they lead. */
export class Twister {
  #last: List = { data: [] };

  /** The list as the fault makes it; remembers it for the next one. */
  twist(body: unknown, fault: Fault | undefined, params: URLSearchParams): unknown {
    if (!isList(body)) return body;
    const last = this.#last;
    this.#last = body;
    if (fault?.kind === 'duplicate-page') return { ...body, data: last.data };
    if (fault?.kind !== 'repeated-cursor' || body.version === undefined) return body;
    // As if nothing had been read: the next request would be this one again.
    return { ...body, version: { ...body.version, max: Number(params.get('after') ?? 0) } };
  }
}
