import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { inject } from 'vitest';
import { createModels } from '../../models/models.ts';
import { connect } from '../../src/database/connect.ts';
import { ensureIndexes } from '../../src/database/indexes.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { silent } from './silent.ts';

export interface FreshDatabase {
  uri: string;
  connection: Connection;
  /** Removes the database and closes the connection. */
  drop(): Promise<void>;
}

/** An empty database that no other test knows, on the server of this run or on another one. */
export async function freshDatabase(server = inject('mongodbUri')): Promise<FreshDatabase> {
  const uri = withDatabase(server, `test-${randomUUID()}`);
  const connection = await connect({ uri, logger: silent });
  return {
    uri,
    connection,
    async drop() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

/**
 * An empty database with every collection and index, for one test at a time: making these takes longer than most tests, so
 * that one which is in order afterwards is emptied and used again.
 */
export async function preparedDatabase(server = inject('mongodbUri')): Promise<FreshDatabase> {
  const name = (await takeFromPool(server)) ?? (await prepare(server));
  const uri = withDatabase(server, name);
  const connection = await connect({ uri: monitored(uri), logger: silent });
  return {
    uri,
    connection,
    async drop() {
      await connection.close();
      await giveBack(server, name);
    },
  };
}

/** The same, and its driver tells of each command, for a test that listens. */
function monitored(uri: string): string {
  return `${uri}${uri.includes('?') ? '&' : '?'}monitorCommands=true`;
}

interface Pooled {
  name: string;
}

async function takeFromPool(server: string): Promise<string | undefined> {
  const taken = await onDatabase(server, 'pool', async (connection) =>
    connection.collection<Pooled>('emptied').findOneAndDelete({}),
  );
  return taken?.name;
}

async function prepare(server: string): Promise<string> {
  const name = `test-${randomUUID()}`;
  await onDatabase(server, name, async (connection) => {
    createModels(connection);
    await ensureIndexes(connection);
  });
  return name;
}

async function giveBack(server: string, name: string): Promise<void> {
  const isUsable = await onDatabase(server, name, async (connection) => {
    if ((await emptied(connection)) && (await isInOrder(connection))) return true;
    await connection.dropDatabase();
    return false;
  });
  if (!isUsable) return;
  await onDatabase(server, 'pool', (connection) =>
    connection.collection<Pooled>('emptied').insertOne({ name }),
  );
}

/** Deletes everything; false where something lies there that a test must have left on purpose. */
async function emptied(connection: Connection): Promise<boolean> {
  const collections = (await connection.db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
  if (collections.some(({ name }) => name.startsWith('system.'))) return false;
  await Promise.all(collections.map(({ name }) => connection.collection(name).deleteMany({})));
  return true;
}

async function isInOrder(connection: Connection): Promise<boolean> {
  createModels(connection);
  try {
    const { unexpected } = await ensureIndexes(connection);
    return unexpected.length === 0;
  } catch {
    return false;
  }
}

async function onDatabase<Result>(
  server: string,
  name: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect({ uri: withDatabase(server, name), logger: silent });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
