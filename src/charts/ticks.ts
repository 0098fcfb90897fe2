const niceSteps = [1, 2, 2.5, 5, 10];

/**
 * Round amounts for an axis that takes in `low` to `high` (minor units) and zero, about `wanted` of them, in order: the first
 * is at or under the lowest amount, the last at or over the highest. No step is smaller than `smallest`.
 */
export function ticks(low: number, high: number, { wanted = 4, smallest = 1 } = {}): number[] {
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  const rough = Math.max((to - from) / wanted, smallest);
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = niceSteps.map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const step = Math.ceil(nice);
  const first = Math.floor(from / step);
  const last = Math.max(Math.ceil(to / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_none, index) => (first + index) * step);
}
