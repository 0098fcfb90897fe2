/** Draws numbers; the same seeds give the same numbers on every machine. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number;
  /** An integer from `low` to `high`, both included. */
  whole(low: number, high: number): number;
};

/** Stirs integers into one 32-bit number (the finaliser of MurmurHash3, once for each). */
const stir = (seeds: readonly number[]): number => {
  let hash = 0x9e3779b9;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
};

/** Mulberry32, started from any list of integers. */
export const randomOf = (...seeds: readonly number[]): Random => {
  let state = stir(seeds);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, whole: (low, high) => low + Math.floor(next() * (high - low + 1)) };
};
