import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createModels, type Models } from '../models/models.ts';
import { connect } from '../src/database/connect.ts';
import { startEmbedded } from '../src/database/embedded.ts';
import { ensureIndexes } from '../src/database/indexes.ts';
import { findMongod, mongodSearchFrom } from '../src/database/mongod-binary.ts';
import { withDatabase } from '../src/database/uri.ts';
import { createLogger } from '../src/logger.ts';

const silent = createLogger('silent');

export interface BenchServer {
  /** The address of a database of this name. */
  uri(name: string): string;
  stop(): Promise<void>;
}

/** A mongod of its own over an empty folder, which is gone afterwards. */
export async function startServer(): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const server = await startEmbedded({
    dataDir,
    logger: silent,
    durable: false,
    mongod: () => findMongod({ ...mongodSearchFrom(process.env, homedir()), logger: silent }),
  });
  return {
    uri: (name) => withDatabase(server.uri, name),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A connection to a database with every collection and index. */
export async function openPrepared(uri: string): Promise<{ connection: Connection; models: Models }> {
  const connection = await connect({ uri, logger: silent });
  const models = createModels(connection);
  await ensureIndexes(connection);
  return { connection, models };
}
