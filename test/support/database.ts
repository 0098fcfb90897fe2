import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { inject } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { withDatabase } from '../../src/database/uri.ts';
import { silent } from './silent.ts';

export interface FreshDatabase {
  uri: string;
  connection: Connection;
  /** Removes the database and closes the connection. */
  drop(): Promise<void>;
}

/** An empty database that no other test knows, on the server of this run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const uri = withDatabase(inject('mongodbUri'), `test-${randomUUID()}`);
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
