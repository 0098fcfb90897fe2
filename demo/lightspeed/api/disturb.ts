import type { Fault, FaultKind } from '../faults.ts';
import { wrongKey } from './access.ts';
import type { Json } from './entity.ts';
import { ApiError } from './errors.ts';
import { tooMany } from './limiter.ts';

/** The refusal a fault stands for, if it is one. */
export const faultRefusal = ({ kind, seconds = 1 }: Fault): ApiError | undefined => {
  const refusals: Partial<Record<FaultKind, () => ApiError>> = {
    unauthorized: wrongKey,
    forbidden: () => new ApiError(403, 'The scope employee:register is missing.'),
    'rate-limited': () => tooMany('Rate limit exceeded.', 'api-leaky-bucket', seconds),
    'server-error': () => new ApiError(500, 'An unexpected error happened.'),
    unavailable: () => new ApiError(503, 'Please try again later.'),
  };
  return refusals[kind]?.();
};

const withNext = (body: Json, next: string): Json => ({
  ...body,
  '@attributes': { next, previous: '' },
});

/** Twists lists: what they hold or where they lead. */
export class Twister {
  #last: Json = {};

  /** The list as the fault makes it; remembers it for the next one. */
  twist(body: Json, fault: Fault | undefined, address: URL): Json {
    const attributes = body['@attributes'];
    const twisted = this.#twisted(body, fault, address);
    if (isList(attributes)) this.#last = body;
    return twisted;
  }

  #twisted(body: Json, fault: Fault | undefined, address: URL): Json {
    switch (fault?.kind) {
      case 'duplicate-page':
        return { ...this.#last, '@attributes': body['@attributes'] };
      case 'foreign-next':
        return withNext(
          body,
          new URL(foreignPath(body, address), fault.to ?? 'https://elsewhere.example').href,
        );
      case 'repeated-cursor':
        return withNext(body, address.href);
      default:
        return body;
    }
  }
}

const isList = (attributes: unknown): attributes is { next: string } =>
  typeof attributes === 'object' && attributes !== null && 'next' in attributes;

/** The path of the true next page, or of this one where it is the last. */
const foreignPath = (body: Json, address: URL): string => {
  const attributes = body['@attributes'];
  const next = isList(attributes) && attributes.next !== '' ? new URL(attributes.next) : address;
  return next.pathname + next.search;
};
