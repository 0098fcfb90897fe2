/**
 * accept_then_drop: the call is carried out, and the connection breaks before the answer.
 * file_not_ready: a file in an image block is refused, as Slack does while it still works on an upload.
 * duplicate_event: an event is delivered a second time, with a retry number.
 */
export const faultKinds = [
  'rate_limited',
  'unavailable',
  'hang',
  'accept_then_drop',
  'delay',
  'file_not_ready',
  'duplicate_event',
] as const;

/** Something that goes wrong on purpose. */
export type Fault = {
  kind: (typeof faultKinds)[number];
  /** a method such as chat.postMessage; any method when left out */
  method?: string;
  /** how often, 1 when left out */
  times?: number;
  /** seconds, of rate_limited; 1 when left out */
  retryAfter?: number;
  /** milliseconds, of delay */
  ms?: number;
};

export type Faults = {
  /** Plain data: what is still to go wrong. */
  pending: (Fault & { times: number })[];
  /** One message a second in a channel, as Slack has it; off at the start. */
  isOneMessageASecond: boolean;
  add(fault: Fault): void;
  clear(): void;
  /** The next fault for a method, which is used up by asking. */
  take(kinds: Fault['kind'][], method?: string): Fault | undefined;
};

export function createFaults(): Faults {
  const faults: Faults = {
    pending: [],
    isOneMessageASecond: false,
    add: (fault) => {
      faults.pending.push({ ...fault, times: fault.times ?? 1 });
    },
    clear: () => {
      faults.pending.length = 0;
      faults.isOneMessageASecond = false;
    },
    take: (kinds, method) => {
      const index = faults.pending.findIndex(
        (fault) => kinds.includes(fault.kind) && (fault.method === undefined || fault.method === method),
      );
      const fault = faults.pending[index];
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times <= 0) faults.pending.splice(index, 1);
      return fault;
    },
  };
  return faults;
}
