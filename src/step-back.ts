import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/** How far back: as far as `nice` goes without a number. */
const steps = 10;

/**
 * Has the thread that calls it run after those of people who wait, where there are more threads than cores. Only Linux knows a
 * priority for one thread (setpriority(2): a thread's own number is taken for a process); elsewhere nothing changes.
 */
export function stepBack(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), steps);
  } catch {
    // No such file, or not allowed: it runs as it did.
  }
}
