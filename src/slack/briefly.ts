/** So many answers are kept; then those that are out of date go. */
const most = 5_000;

/**
 * Believes an answer of Slack's for so many milliseconds, and asks once for all who want it at the same time. A failure is
 * not kept: who asked hears of it, the next one asks again.
 */
export function briefly<Value>(
  milliseconds: number,
): (key: string, look: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, { value: Promise<Value>; until: number }>();
  return (key, look) => {
    const now = performance.now();
    const kept = known.get(key);
    if (kept && kept.until > now) return kept.value;
    if (known.size >= most) for (const [old, { until }] of known) if (until <= now) known.delete(old);
    const value = look();
    known.set(key, { value, until: now + milliseconds });
    value.catch(() => known.delete(key));
    return value;
  };
}
