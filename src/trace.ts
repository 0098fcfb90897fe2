import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** The number of what is going on now: one command, click, event or piece of a job, with all that it asks of others. */
const traces = new AsyncLocalStorage<string>();

/** Does some work, and whatever it starts, under a number of its own: the same in each line of the log, in audit entries and in the database's profiler. */
export function inTrace<Result>(work: () => Result): Result {
  return traces.run(randomBytes(4).toString('hex'), work);
}

/** The number under which this runs; undefined at the start and the stop of the process. */
export function currentTrace(): string | undefined {
  return traces.getStore();
}

/** The number by which a person can tell the operator of what went wrong: that of the log's lines, else one of its own. */
export function troubleNumber({ newId }: { newId(): string }): string {
  return currentTrace() ?? newId().slice(-8);
}
