import { createHash } from 'node:crypto';
import type { State } from './types.ts';

/** Makes ids and times of messages that are the same in every run with the same seed. */
export type Ids = {
  /** Such as V0AB12CD34E for the prefix V. */
  make(prefix: string): string;
  /** A message's ts: seconds of the workspace's clock and a number that always grows. */
  ts(): string;
  /** A short lowercase id, as Slack makes for blocks without one. */
  short(): string;
  /** A number from 0 to below `below`. */
  pick(below: number): number;
};

export function createIds(state: State, seed: string, now: () => number): Ids {
  function next(): string {
    state.sequence += 1;
    return createHash('sha256').update(`${seed}:${state.sequence}`).digest('hex');
  }
  return {
    make: (prefix) => prefix + BigInt(`0x${next()}`).toString(36).toUpperCase().slice(0, 10),
    ts: () => {
      state.sequence += 1;
      const micros = String(state.sequence % 1_000_000).padStart(6, '0');
      return `${Math.floor(now() / 1000)}.${micros}`;
    },
    short: () => next().slice(0, 5),
    pick: (below) => Number.parseInt(next().slice(0, 8), 16) % below,
  };
}
