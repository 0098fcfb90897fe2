import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AlreadyRunningError } from './errors.ts';
import { type Lock, LockHeldError, liveHolder, takeLock } from './lock-file.ts';
import type { Log } from './log.ts';
import { type AddressChoice, socketFirst, uriOf } from './mongod/address.ts';
import { agreeOnVersion } from './mongod/data-version.ts';
import { type LaunchOptions, launch, type Server } from './mongod/launch.ts';
import { keepRunning } from './mongod/supervise.ts';
import type { MongodBinary } from './mongod-binary.ts';
import { isAlive, type ProcessMark } from './process-life.ts';

const uriPatienceMs = 5000;
const leftoverPatienceMs = 10_000;

export interface EmbeddedOptions {
  /** Holds everything: the data under `db`, the lock, the note of the server's version. Made when absent. */
  dataDir: string;
  logger: Log;
  /** Called only when this process may start a server. */
  mongod: () => Promise<MongodBinary>;
  /** Where to listen; by default a socket file that only this user may open. */
  addresses?: AddressChoice[];
  /** Whether acknowledged writes survive a crash: true except in tests. */
  durable?: boolean;
  /** Whether it removes what is past its time, by the machine's clock: true except where the app goes by another one. */
  expires?: boolean;
}

export interface Embedded {
  /** Stays the same while this process runs, even when the server had to be started again. */
  uri: string;
  mongod: MongodBinary;
  /** Ends the server in good order and frees the data folder. Calling it twice does no harm. */
  stop(): Promise<void>;
}

/**
 * Starts the database that comes with Daybook: a replica set of one over the data folder. It ends with this process,
 * even a killed one. Throws AlreadyRunningError when another process has the folder, and NoMongodError,
 * WrongServerVersionError or EmbeddedStartError in words.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, logger } = options;
  await mkdir(join(dataDir, 'db'), { recursive: true, mode: 0o700 });
  await chmod(join(dataDir, 'db'), 0o700);
  const addresses = options.addresses ?? socketFirst(dataDir);
  const lock = await lockFolder(dataDir);
  try {
    await endLeftover(lock.previous?.child, logger);
    const mongod = await options.mongod();
    await agreeOnVersion(dataDir, mongod);
    const { durable = true, expires = true } = options;
    const launching: LaunchOptions = { mongod, durable, expires, logger, dbPath: join(dataDir, 'db') };
    const announce = async ({ address, process }: Server) =>
      lock.update({ uri: uriOf(address), child: process.mark });
    const server = await launch(addresses, launching);
    await announce(server).catch(async (error) => {
      await server.stop();
      throw error;
    });
    logger.info({ version: mongod.version, source: mongod.source }, 'The embedded database runs');
    const supervised = keepRunning(server, launching, announce);
    const stop = async () => {
      await supervised.stop();
      await lock.release();
    };
    return { uri: uriOf(server.address), mongod, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** How to reach the embedded database that a live process runs over this folder; undefined when none does. */
export async function runningUri(dataDir: string): Promise<string | undefined> {
  return (await liveHolder(lockPath(dataDir)))?.uri;
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'daybook.lock');
}

/** The uri is awaited a little: a holder that is just starting has none yet. */
async function lockFolder(dataDir: string): Promise<Lock> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    try {
      return await takeLock(lockPath(dataDir));
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      const { pid, uri } = error.holder;
      if (uri !== undefined || waitedMs >= uriPatienceMs) throw new AlreadyRunningError(pid, uri);
      await sleep(100);
    }
  }
}

/** A server that its dead owner left behind; its watch is ending it already, unless that died as well. */
async function endLeftover(leftover: ProcessMark | undefined, logger: Log): Promise<void> {
  // Without a mark the number may be any process by now, and then the server's own lock has the say.
  if (leftover === undefined || leftover.mark === '' || !isAlive(leftover)) return;
  logger.warn({ pid: leftover.pid }, 'Waiting for the server of a run that died to end');
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (isAlive(leftover)) process.kill(leftover.pid, signal);
    for (let waitedMs = 0; isAlive(leftover) && waitedMs < leftoverPatienceMs; waitedMs += 50)
      await sleep(50);
  }
}
