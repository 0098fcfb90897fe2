import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedStartError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { MongodBinary } from '../mongod-binary.ts';
import type { Address, AddressChoice } from './address.ts';
import { askToShutDown, becomePrimary, replicaSetArgs } from './replica-set.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** mongod's exit when it cannot listen: https://www.mongodb.com/docs/manual/reference/exit-codes/ */
const cannotListen = 48;
const busyTries = 50;
const busyPauseMs = 300;
const startLimitMs = 120_000;
const stopPatienceMs = 20_000;

export interface LaunchOptions {
  mongod: MongodBinary;
  dbPath: string;
  durable: boolean;
  expires: boolean;
  logger: Log;
}

/** A server that takes writes. */
export interface Server {
  address: Address;
  process: ServerProcess;
  stop(): Promise<void>;
}

/**
 * Starts a server at the first of these addresses that works and waits until it takes writes. While an earlier server
 * is still leaving the folder, waits up to 15 s for that. Throws EmbeddedStartError with what the server said.
 */
export async function launch(choices: AddressChoice[], options: LaunchOptions): Promise<Server> {
  let left = choices;
  for (let busy = 0; ; ) {
    const [choice, ...others] = left;
    if (choice === undefined)
      throw new EmbeddedStartError('The embedded database found no address to listen on');
    const address = await choice();
    const process = await startAt(address, options);
    if (await takesWrites(process, address, options)) {
      return { address, process, stop: async () => stop(process, address) };
    }
    const exit = process.exit();
    await process.end(stopPatienceMs);
    if (foundFolderBusy(process) && busy < busyTries) {
      busy += 1;
      await sleep(busyPauseMs);
    } else if (exit?.code === cannotListen && others.length > 0) {
      left = others;
    } else {
      throw new EmbeddedStartError(problemOf(process, options));
    }
  }
}

async function startAt(address: Address, options: LaunchOptions): Promise<ServerProcess> {
  const args = [...address.args, ...replicaSetArgs, ...storageArgs(options)];
  try {
    return await startServerProcess(options.mongod.path, args, options.logger);
  } catch (error) {
    throw new EmbeddedStartError(`${options.mongod.path} could not be started`, { cause: error });
  }
}

/**
 * For data nobody keeps: a dropped collection gives its file handles back only after a checkpoint that is past its drop, and
 * thousands of databases a minute would run out of them before the usual minute and history window are over.
 */
const dropSoon = ['--syncdelay', '5', '--setParameter', 'minSnapshotHistoryWindowInSeconds=0'];

const keepAll = ['--setParameter', 'ttlMonitorEnabled=false'];

function storageArgs({ dbPath, durable, expires }: LaunchOptions): string[] {
  // The engine is named, since what a server takes by itself depends on its version; and a shop's figures are small,
  // so it takes a quarter of a gigabyte of memory, not half of what the machine has.
  const args = ['--dbpath', dbPath, '--storageEngine', 'wiredTiger', '--wiredTigerCacheSizeGB', '0.25'];
  args.push('--oplogSize', '128', '--quiet', '--setParameter', 'diagnosticDataCollectionEnabled=false');
  return [...args, ...(durable ? [] : dropSoon), ...(expires ? [] : keepAll)];
}

async function takesWrites(
  process: ServerProcess,
  address: Address,
  options: LaunchOptions,
): Promise<boolean> {
  try {
    return await becomePrimary(address, {
      pid: process.mark.pid,
      durable: options.durable,
      hopeless: () => process.exit() !== undefined,
      limitMs: startLimitMs,
    });
  } catch (error) {
    await process.end(stopPatienceMs);
    throw error;
  }
}

/** An earlier server, or one of another container, has the folder. */
function foundFolderBusy(process: ServerProcess): boolean {
  return process.complaints().some((complaint) => complaint.includes('DBPathInUse'));
}

async function stop(process: ServerProcess, address: Address): Promise<void> {
  if (process.exit() === undefined) await askToShutDown(address);
  await process.end(stopPatienceMs);
}

function problemOf(process: ServerProcess, { mongod, dbPath }: LaunchOptions): string {
  const said = process.complaints().map((complaint) => `\n  - ${complaint}`);
  return `The embedded database (MongoDB ${mongod.version} on ${dbPath}) did not start.${
    said.length > 0 ? ` It said:${said.join('')}` : ''
  }`;
}
