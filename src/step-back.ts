import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { basename } from 'node:path';

/** How far behind the process: as far as `nice` goes without a number. */
const steps = 10;
/** No priority is lower. */
const last = 19;

/**
 * Has the thread that calls it run after those of people who wait, where there are more threads than cores. Only Linux knows a
 * priority for one thread (setpriority(2): a thread's own number is taken for a process); elsewhere nothing changes.
 */
export function stepBack(): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    // From that of the process: a thread that is begun by one that stepped back is behind already.
    setPriority(thread, Math.min(getPriority(process.pid) + steps, last));
  } catch {
    // No such file, or not allowed: it runs as it did.
  }
}
