import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../src/database/connect.ts';
import { freePort, uriOf } from '../../../src/database/mongod/address.ts';
import { startServerProcess } from '../../../src/database/mongod/server-process.ts';
import { silent } from '../../support/silent.ts';

/** A server that is no replica set, gone at the end of the block. */
export async function standalone(mongod: string): Promise<{ uri: string } & AsyncDisposable> {
  const dbPath = await mkdtemp(join(tmpdir(), 'daybook-test-'));
  const address = await freePort();
  const server = await startServerProcess(mongod, [...address.args, '--dbpath', dbPath], silent);
  const uri = uriOf(address);
  await answers(uri);
  return {
    uri,
    async [Symbol.asyncDispose]() {
      await server.end(10_000);
      await rm(dbPath, { recursive: true, force: true });
    },
  };
}

async function answers(uri: string): Promise<void> {
  for (;;) {
    const problem = await connect({ uri, logger: silent, patienceMs: 200 }).catch((error) => error);
    if (problem.name === 'NotReplicaSetError') return;
  }
}
