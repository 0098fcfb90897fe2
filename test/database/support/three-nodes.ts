import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { freePort, uriOf } from '../../../src/database/mongod/address.ts';
import { type ServerProcess, startServerProcess } from '../../../src/database/mongod/server-process.ts';
import { silent } from '../../support/silent.ts';

/** A replica set of three servers on loopback. */
export interface ThreeNodes {
  /** Names all three, as an operator would set MONGODB_URI; the database is not named. */
  uri: string;
  /** Kills the server that takes writes, as kill -9 does; the others choose another one within seconds. */
  killPrimary(): Promise<void>;
  /** Starts what was killed again, and waits until all three are well. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

interface Node {
  host: string;
  args: string[];
  process: ServerProcess;
}

const name = 'three';

/** Starts the set; it chooses another primary after so many milliseconds without one, ten seconds where nobody says. */
export async function startThreeNodes(mongodPath: string, electionMs: number): Promise<ThreeNodes> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-three-'));
  const start = (args: string[]) => startServerProcess(mongodPath, args, silent);
  const nodes: Node[] = [];
  for (const number of [0, 1, 2]) {
    const { host, args: listening } = await freePort();
    const dbPath = join(folder, String(number));
    await mkdir(dbPath);
    const args = [...listening, '--replSet', name, '--dbpath', dbPath, ...thrifty];
    nodes.push({ host, args, process: await start(args) });
  }
  const members = nodes.map(({ host }, _id) => ({ _id, host }));
  const settings = { electionTimeoutMillis: electionMs, heartbeatIntervalMillis: 200 };
  const [first] = nodes;
  await untilDone(() => command(first, { replSetInitiate: { _id: name, members, settings } }));
  await untilDone(() => allWell(nodes));

  return {
    uri: `mongodb://${nodes.map(({ host }) => host).join(',')}/?replicaSet=${name}`,
    async killPrimary() {
      const states = await statesOf(nodes);
      const primary = nodes[states.indexOf('PRIMARY')];
      if (!primary) throw new Error(`no primary among ${states.join()}`);
      process.kill(primary.process.mark.pid, 'SIGKILL');
      await primary.process.exited;
    },
    async revive() {
      for (const node of nodes) if (node.process.exit()) node.process = await start(node.args);
      await untilDone(() => allWell(nodes));
    },
    async stop() {
      for (const { process: server } of nodes) {
        if (!server.exit()) process.kill(server.mark.pid, 'SIGKILL');
        await server.exited;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const thrifty = [
  '--storageEngine',
  'wiredTiger',
  '--wiredTigerCacheSizeGB',
  '0.25',
  '--oplogSize',
  '64',
  '--quiet',
  '--setParameter',
  'diagnosticDataCollectionEnabled=false',
];

/** Resolves once all three are members and one of them takes writes. */
async function allWell(nodes: readonly Node[]): Promise<void> {
  const states = await statesOf(nodes);
  const count = (state: string) => states.filter((each) => each === state).length;
  if (count('PRIMARY') !== 1 || count('SECONDARY') !== 2) throw new Error(`the set is ${states.join()}`);
}

/** What the set thinks of its members, in their order; as the first one says that answers. */
async function statesOf(nodes: readonly Node[]): Promise<string[]> {
  const alive = nodes.find(({ process: server }) => !server.exit());
  const { members } = await command(alive, { replSetGetStatus: 1 });
  return nodes.map(({ host }) => members.find((member: { name: string }) => member.name === host)?.stateStr);
}

async function command(node: Node | undefined, what: Record<string, unknown>) {
  if (!node) throw new Error('no server is there');
  const client = new mongoose.mongo.MongoClient(uriOf(node, 'admin'), { serverSelectionTimeoutMS: 500 });
  try {
    return await client.db('admin').command(what);
  } finally {
    await client.close();
  }
}

/** Tries for half a minute. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(100);
    }
  }
}
