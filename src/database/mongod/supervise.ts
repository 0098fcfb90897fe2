import { setTimeout as sleep } from 'node:timers/promises';
import { type LaunchOptions, launch, type Server } from './launch.ts';

const firstPauseMs = 250;
const longestPauseMs = 10_000;

export interface Supervised {
  /** Ends the server for good; several calls are one. */
  stop(): Promise<void>;
}

/**
 * Starts the server again, at the same address, whenever it ends by itself (killed for want of memory, crashed).
 * `announce` is told of each new one. Goes on until stopped: without a database there is nothing better to do.
 */
export function keepRunning(
  first: Server,
  options: LaunchOptions,
  announce: (server: Server) => Promise<void>,
): Supervised {
  const { logger } = options;
  const stopping = new AbortController();
  let current = first;
  let stopped: Promise<void> | undefined;
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const exit = await current.process.exited;
      if (stopping.signal.aborted) return;
      logger.error(exit, 'The embedded database ended by itself and is started again');
      current = await relaunch(current);
    }
  }

  async function relaunch(last: Server): Promise<Server> {
    for (
      let pauseMs = firstPauseMs;
      !stopping.signal.aborted;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    ) {
      try {
        const server = await launch([async () => last.address], options);
        await announce(server);
        return server;
      } catch (error) {
        logger.error({ error, pauseMs }, 'The embedded database could not be started again');
        // Stopping cuts the pause short.
        await sleep(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      }
    }
    return last;
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await current.stop();
    // A launch may have been under way; its server is the current one now.
    await watching;
    await current.stop();
  }

  return {
    stop: async () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
