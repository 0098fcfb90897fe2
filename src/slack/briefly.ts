/** So many answers are kept; then those that are out of date go. */
const most = 5_000;

/** Answers that are believed for a while. */
export interface Belief<Value> {
  /** The answer under a key, or what `look` finds. */
  (key: string, look: () => Promise<Value>): Promise<Value>;
  /** What was answered is true no more. */
  forget(key: string): void;
}

/**
 * Believes an answer of Slack's for so many milliseconds, and asks once for all who want it at the same time. A failure is
 * not kept: who asked hears of it, the next one asks again.
 */
export function briefly<Value>(milliseconds: number): Belief<Value> {
  const known = new Map<string, { value: Promise<Value>; until: number }>();
  const believe = (key: string, look: () => Promise<Value>): Promise<Value> => {
    const now = performance.now();
    const kept = known.get(key);
    if (kept && kept.until > now) return kept.value;
    if (known.size >= most) for (const [old, { until }] of known) if (until <= now) known.delete(old);
    const value = look();
    known.set(key, { value, until: now + milliseconds });
    value.catch(() => known.get(key)?.value === value && known.delete(key));
    return value;
  };
  return Object.assign(believe, { forget: (key: string) => void known.delete(key) });
}
