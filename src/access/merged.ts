/** People as a manager left them in a form that `shown` others: whoever was added meanwhile stays. */
export function merged(
  now: readonly string[],
  { people, shown }: { people: readonly string[]; shown: readonly string[] },
): string[] {
  const addedMeanwhile = now.filter((person) => !shown.includes(person));
  return [...new Set([...people, ...addedMeanwhile])];
}
