import { Worker } from 'node:worker_threads';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics.ts';

/** A thread that brings out digests where there is a crowd of them, so that people are answered as quickly as ever meanwhile. */
export interface Aside {
  /** Brings out all that are due. Rejects where the thread failed, and some may be left. */
  drainDigests(): Promise<void>;
  /** The process stops: what the thread has begun is ended, and nothing more begun. */
  stop(): void;
}

/** What the thread is given. */
export interface AsideSetUp {
  config: Config;
}

/** What the thread counts, for the metrics of the process. */
export type Counted =
  | { name: 'digestPosted'; with: Parameters<Metrics['digestPosted']> }
  | { name: 'slackCalled'; with: Parameters<Metrics['slackCalled']> };

/** The thread is there only while there is something to bring out: it holds about 100 MB. */
export function createAside(
  config: Config,
  metrics: Pick<Metrics, 'digestPosted' | 'slackCalled'>,
  { file = new URL('../digests-thread.ts', import.meta.url) }: { file?: URL } = {},
): Aside {
  let thread: Worker | undefined;
  let running: Promise<void> | undefined;
  let isStopping = false;
  const run = async (): Promise<void> => {
    const workerData: AsideSetUp = { config };
    thread = new Worker(file, { workerData });
    thread.on('message', (all: Counted[]) => {
      for (const counted of all) count(metrics, counted);
    });
    try {
      await endOf(thread);
    } finally {
      thread = undefined;
      running = undefined;
    }
  };
  return {
    async drainDigests() {
      // Whoever comes while it runs waits for the same: it looks again until none is left.
      if (isStopping) return;
      running ??= run();
      await running;
    },
    stop() {
      isStopping = true;
      thread?.postMessage('stop');
    },
  };
}

function count(metrics: Pick<Metrics, 'digestPosted' | 'slackCalled'>, counted: Counted): void {
  if (counted.name === 'digestPosted') metrics.digestPosted(...counted.with);
  else metrics.slackCalled(...counted.with);
}

function endOf(thread: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the thread of digests ended with ${code}`));
    });
  });
}
