import mongoose, {
  type Connection,
  type ConnectOptions as DriverOptions,
  mongo,
  type Schema,
} from 'mongoose';
import { inLargeBatches } from './batches.ts';
import { commented } from './commented.ts';
import { DatabaseUnreachableError, NotReplicaSetError } from './errors.ts';
import type { Log } from './log.ts';
import { withoutLogin } from './uri.ts';

export interface ConnectOptions {
  uri: string;
  logger: Log;
  /** How long any operation waits for a server it can use, milliseconds. */
  patienceMs?: number;
}

/**
 * For every connection of this process, whichever model is imported first. (An instance of our own would clone each
 * schema, and then asking a connection for the same model twice is an error.)
 */
mongoose.set({ strictQuery: 'throw', runValidators: true, bufferCommands: false });

/**
 * Connects and makes sure that it is a replica set (or a sharded cluster of them), without which there are no
 * transactions. Make models with `connection.model(name, schema)`; see ensureIndexes for their indexes.
 * Throws DatabaseUnreachableError or NotReplicaSetError, in words and without the login.
 */
export async function connect({ uri, logger, patienceMs = 4000 }: ConnectOptions): Promise<Connection> {
  const connection = await open(uri, driverOptions(patienceMs));
  try {
    await requireReplicaSet(connection, uri);
  } catch (error) {
    await connection.close();
    throw error;
  }
  connection.plugin(makeStrict);
  connection.plugin(commented);
  connection.plugin(inLargeBatches);
  tellOfOutages(connection, logger);
  return connection;
}

function driverOptions(patienceMs: number): DriverOptions {
  return {
    appName: 'daybook',
    // Queries before there is a connection fail at once instead of waiting unseen.
    bufferCommands: false,
    // Indexes are made by ensureIndexes, in one process, not by each model in each process.
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: patienceMs,
    connectTimeoutMS: patienceMs,
    retryReads: true,
    retryWrites: true,
    writeConcern: { w: 'majority' },
  };
}

async function open(uri: string, options: DriverOptions): Promise<Connection> {
  try {
    return await mongoose.createConnection(uri, options).asPromise();
  } catch (error) {
    throw new DatabaseUnreachableError(`${reasonOf(error, withoutLogin(uri))}. Check MONGODB_URI.`, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown, shown: string): string {
  // By name: the parser of addresses is a package of its own and does not use the driver's class.
  if (error instanceof Error && error.name === 'MongoParseError')
    return `${shown} is not an address of a MongoDB`;
  // 18 AuthenticationFailed, 8000 the same from Atlas.
  if (error instanceof mongo.MongoServerError && (error.code === 18 || error.code === 8000)) {
    return `The MongoDB at ${shown} refuses the user name or password`;
  }
  return `No MongoDB answers at ${shown}`;
}

async function requireReplicaSet(connection: Connection, uri: string): Promise<void> {
  const hello = await connection.db?.admin().command({ hello: 1 });
  // 'isdbgrid' is what mongos, the router of a sharded cluster, says of itself.
  if (typeof hello?.['setName'] === 'string' || hello?.['msg'] === 'isdbgrid') return;
  throw new NotReplicaSetError(
    `The MongoDB at ${withoutLogin(uri)} is a standalone server. Daybook needs a replica set (one member is enough): ` +
      'start mongod with --replSet and run rs.initiate() once.',
  );
}

/** Whatever a schema says, and though it was made before there was a connection. */
function makeStrict(schema: Schema): void {
  schema.set('strict', 'throw');
  schema.set('strictQuery', 'throw');
}

function tellOfOutages(connection: Connection, logger: Log): void {
  let closing = false;
  connection.on('disconnecting', () => {
    closing = true;
  });
  connection.on('disconnected', () => {
    if (!closing) logger.warn('The connection to MongoDB is lost');
  });
  connection.on('reconnected', () => logger.info('The connection to MongoDB is back'));
  connection.on('error', (error) => logger.warn({ error }, 'The connection to MongoDB has a problem'));
}
