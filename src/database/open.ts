import { homedir } from 'node:os';
import type { Connection } from 'mongoose';
import { connect } from './connect.ts';
import { runningUri, startEmbedded } from './embedded.ts';
import type { Log } from './log.ts';
import { findMongod, mongodSearchFrom } from './mongod-binary.ts';
import { withDatabase } from './uri.ts';

/** The name of our database where the address names none. */
const ownName = 'daybook';

export interface OpenOptions {
  /** Absent: the embedded server over `dataDir`. */
  mongodbUri: string | undefined;
  dataDir: string;
  logger: Log;
  /** Where a mongod is looked for. */
  env: Record<string, string | undefined>;
  /** Whether the embedded server removes what is past its time, by the machine's clock; true when absent. */
  expires?: boolean;
  /** Use the embedded server of a Daybook that runs already, as a command beside it may. */
  join?: boolean;
}

export interface OpenDatabase {
  connection: Connection;
  /** Closes the connection, and ends the embedded server if it was started here. */
  close(): Promise<void>;
}

/** Opens the database: the one at MONGODB_URI, or the embedded one. Throws a DatabaseError. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { mongodbUri, dataDir, logger, env } = options;
  const given = mongodbUri ?? (options.join ? await runningUri(dataDir) : undefined);
  if (given) {
    const connection = await connect({ uri: mongodbUri ?? withDatabase(given, ownName), logger });
    return { connection, close: () => connection.close() };
  }
  const embedded = await startEmbedded({
    dataDir,
    logger,
    ...(options.expires === undefined ? {} : { expires: options.expires }),
    mongod: () => findMongod({ ...mongodSearchFrom(env, homedir()), logger }),
  });
  try {
    const connection = await connect({ uri: withDatabase(embedded.uri, ownName), logger });
    return {
      connection,
      async close() {
        await connection.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
