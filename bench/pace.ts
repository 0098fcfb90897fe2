import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Begins something so many times a second for some seconds, whether or not what was begun before is done: as people do,
 * who do not wait for one another; no more of them after a signal to stop. What each came to, in order.
 */
export async function atRate<Result>(
  { perSecond, seconds, until }: { perSecond: number; seconds: number; until?: AbortSignal },
  begin: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const count = perSecond * seconds;
  const started = performance.now();
  const begun: Promise<Result>[] = [];
  while (begun.length < count && !until?.aborted) {
    const due = Math.min(count, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
    while (begun.length < due) begun.push(begin(begun.length));
    await sleep(1);
  }
  return Promise.all(begun);
}
