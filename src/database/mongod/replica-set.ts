import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { type Address, uriOf } from './address.ts';

const { MongoClient, MongoServerError } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

const setName = 'daybook';
/** https://www.mongodb.com/docs/manual/reference/error-codes/ */
const notYetInitialized = 94;
const pollMs = 20;

/** What makes a mongod a member of our set of one. */
export const replicaSetArgs = ['--replSet', setName];

/** The parts of MongoDB's configuration document that matter here. */
interface SetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

export interface SetOptions {
  /** The process that is to answer: at a port that was busy, another server does. */
  pid: number;
  /** Whether an acknowledged write survives a crash. Only tests do without, for speed. */
  durable: boolean;
  /** Becomes true when waiting is pointless, because the server has ended. */
  hopeless(): boolean;
  /** How long to wait for a writable server; after a crash it first reads its journal. */
  limitMs: number;
}

/**
 * Makes the server at this address the writable node of a set of one: initiates the set the first time, and rewrites
 * its configuration where it names an earlier address (a changed port, a moved folder). Returns false when hopeless
 * or out of time.
 */
export async function becomePrimary(address: Address, options: SetOptions): Promise<boolean> {
  const waits = Math.ceil(options.limitMs / pollMs);
  const client = await connected(address, options, waits);
  if (client === undefined) return false;
  try {
    await configure(client, address, options.durable);
    for (let waited = 0; waited < waits && !options.hopeless(); waited++) {
      const { isWritablePrimary } = await client.db('admin').command({ hello: 1 });
      if (isWritablePrimary === true) return true;
      await sleep(pollMs);
    }
    return false;
  } catch (error) {
    if (options.hopeless()) return false;
    throw error;
  } finally {
    await client.close();
  }
}

/** Asks the server to end in good order. Throws nothing: whoever calls looks whether it ended. */
export async function askToShutDown(address: Address): Promise<void> {
  const client = clientFor(address);
  try {
    // Forced, since a set of one has nobody to hand over to and would wait for it.
    await client.db('admin').command({ shutdown: 1, force: true, timeoutSecs: 1 });
  } catch {
    // The expected answer is a closed connection.
  } finally {
    await client.close();
  }
}

async function connected(address: Address, options: SetOptions, waits: number): Promise<Client | undefined> {
  for (let waited = 0; waited < waits && !options.hopeless(); waited++) {
    const client = clientFor(address);
    try {
      const { pid } = await client.db('admin').command({ serverStatus: 1 });
      // The driver gives a 64-bit number where the server has one.
      if (Number(pid) === options.pid) return client;
    } catch {
      // Not listening yet; what is really wrong shows in the server's exit.
    }
    await client.close();
    await sleep(pollMs);
  }
  return undefined;
}

async function configure(client: Client, { host }: Address, durable: boolean): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  const config = await storedConfig(client);
  if (config === undefined) {
    const fresh = { _id: setName, members, writeConcernMajorityJournalDefault: durable };
    await admin.command({ replSetInitiate: fresh });
  } else if (config.members[0]?.host !== host) {
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, members },
      force: true,
    });
  }
}

/** The configuration as stored; undefined on a server that never had one. */
async function storedConfig(client: Client): Promise<SetConfig | undefined> {
  try {
    return (await client.db('admin').command({ replSetGetConfig: 1 }))['config'];
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
}

function clientFor(address: Address): Client {
  return new MongoClient(uriOf(address, 'admin'), { serverSelectionTimeoutMS: 1000, connectTimeoutMS: 1000 });
}
