import { Worker } from 'node:worker_threads';
import type { ChartSpec } from './theme.ts';
import type { Drawn, ToDraw } from './worker-words.ts';

/** Draws charts, one at a time, in a thread of its own. */
export interface Charts {
  /** A chart as PNG, 1120 pixels wide. Throws a ChartError. */
  draw(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the thread; what was still to be drawn fails, and so does whatever is asked later. */
  close(): Promise<void>;
}

/** A picture could not be made: nothing that matters may hang on one. */
export class ChartError extends Error {
  override readonly name = 'ChartError' as const;
}

export interface ChartsOptions {
  /** How long one chart may take, milliseconds: the first one also loads the libraries. */
  patience?: number;
  /** How long the thread is kept without work, milliseconds: it holds about 100 MB. */
  kept?: number;
  /** How many charts may wait. */
  room?: number;
  /** What runs in the thread. */
  worker?: URL;
}

/** A spec of ours needs a fraction of it; what goes wrong must not take the process along. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** The thread starts with the first chart. One that hangs or dies costs that chart, and the next one gets another thread. */
export function createCharts({
  patience = 20_000,
  kept = 60_000,
  room = 50,
  worker = new URL('./render-worker.ts', import.meta.url),
}: ChartsOptions = {}): Charts {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;
  let lastId = 0;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(worker, { resourceLimits });
    const forget = () => {
      if (thread === started) thread = undefined;
    };
    // An error is told to the chart that is being drawn; without a listener it would end the process.
    started.on('error', forget);
    started.on('exit', forget);
    return started;
  };
  const drawNext = async (spec: ChartSpec): Promise<Uint8Array> => {
    if (isClosed) throw new ChartError('no charts are drawn any more');
    clearTimeout(idle);
    thread ??= start();
    // Only a thread at work keeps the process alive.
    thread.ref();
    try {
      lastId += 1;
      return await answerOf(thread, { id: lastId, spec }, patience);
    } catch (error) {
      if (!(error instanceof RefusedError)) await end();
      throw error;
    } finally {
      thread?.unref();
      idle = setTimeout(() => void end(), kept).unref();
    }
  };

  return {
    async draw(spec) {
      if (waiting >= room) throw new ChartError('too many charts are waiting');
      waiting += 1;
      const drawn = last.then(() => drawNext(spec));
      last = drawn
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1;
        });
      return drawn;
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await end();
    },
  };
}

/** The spec was at fault, not the thread, which goes on. */
class RefusedError extends ChartError {}

/** Asks a thread for one chart. Throws a ChartError when it fails, dies, or takes longer than `patience` (milliseconds). */
function answerOf(thread: Worker, asked: ToDraw, patience: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const heard = (drawn: Drawn) => {
      if (drawn.id !== asked.id) return;
      if ('png' in drawn) settle(() => resolve(drawn.png));
      else settle(() => reject(new RefusedError(drawn.failure)));
    };
    const fail = (reason: string, cause?: unknown) =>
      settle(() => reject(new ChartError(reason, cause === undefined ? {} : { cause })));
    const broke = (error: unknown) => fail('the drawing thread broke', error);
    const exited = () => fail('the drawing thread ended');
    const timer = setTimeout(() => fail(`no chart within ${patience} ms`), patience);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      thread.off('message', heard).off('error', broke).off('exit', exited);
      then();
    };
    thread.on('message', heard).on('error', broke).on('exit', exited);
    try {
      thread.postMessage(asked);
    } catch (error) {
      fail('the chart cannot be handed over', error);
    }
  });
}
