import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { inject, onTestFinished } from 'vitest';
import { connect } from '../../../src/database/connect.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../../../src/database/embedded.ts';
import type { MongodBinary } from '../../../src/database/mongod-binary.ts';
import { silent } from '../../support/silent.ts';

/** The server program of this test run. */
export async function theMongod(): Promise<MongodBinary> {
  return { path: inject('mongodPath'), version: '6.0.5', source: 'the test run' };
}

/** An embedded server over that folder, stopped at the latest when the test is over. */
export async function embedded(dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, logger: silent, mongod: theMongod, ...options });
  onTestFinished(() => server.stop());
  return server;
}

/** Adds one document, durably, and tells how many there are. */
export async function addOne(uri: string): Promise<number> {
  return withConnection(uri, async (connection) => {
    await connection.collection('marks').insertOne({}, { writeConcern: { w: 'majority', journal: true } });
    return connection.collection('marks').countDocuments();
  });
}

export async function withConnection<Result>(
  uri: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect({ uri, logger: silent });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Looks again and again until it holds; the test's own time limit ends it otherwise. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}
