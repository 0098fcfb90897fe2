import { randomUUID } from 'node:crypto';
import { type Connection, type Model, mongo } from 'mongoose';
import { IndexConflictError } from './errors.ts';
import { withStartUpLock } from './start-up-lock.ts';

export interface IndexReport {
  /** Indexes there are that no model asks for, as `collection.index`: left alone, for a person to drop. */
  unexpected: string[];
}

// https://www.mongodb.com/docs/manual/reference/error-codes/
const indexOptionsConflict = 85;
const indexKeySpecsConflict = 86;

/**
 * Start-up step: makes the collections and indexes of every model made on the connection so far. Any number of
 * processes may do it at once; one works, the others wait and find it done. Throws IndexConflictError when an index
 * of the same name or fields means something else, since rules like 'once' rest on them.
 */
export async function ensureIndexes(connection: Connection): Promise<IndexReport> {
  const models = Object.values(connection.models);
  return withStartUpLock(connection, { name: 'indexes', owner: randomUUID() }, async () => {
    const known = await connection.db?.listCollections({}, { nameOnly: true }).toArray();
    const names = new Set(known?.map(({ name }) => name));
    // Side by side: what takes time is asking, for a database that has them all.
    const unexpected = await Promise.all(
      models.map((model) => ensureIndexesOf(model, names.has(model.collection.name))),
    );
    return { unexpected: unexpected.flat() };
  });
}

/** The names of indexes that the model does not ask for. */
async function ensureIndexesOf(model: Model<unknown>, isThere: boolean): Promise<string[]> {
  if (!isThere) await model.createCollection();
  const { toDrop, toCreate } = await model.diffIndexes();
  // An index that is there and means something else is among both, and making it says so.
  if (toCreate.length > 0) await makeIndexes(model);
  return toDrop.map((name) => `${model.collection.name}.${name}`);
}

async function makeIndexes(model: Model<unknown>): Promise<void> {
  try {
    await model.createIndexes();
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new IndexConflictError(
      `An index of the collection ${model.collection.name} is not what this version of Daybook needs ` +
        `(${error.message}). Drop that index and start again; it is made anew.`,
      { cause: error },
    );
  }
}

function isConflict(error: unknown): error is mongo.MongoServerError {
  if (!(error instanceof mongo.MongoServerError)) return false;
  return error.code === indexOptionsConflict || error.code === indexKeySpecsConflict;
}
