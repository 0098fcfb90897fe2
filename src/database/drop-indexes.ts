import { type Connection, mongo } from 'mongoose';

// https://www.mongodb.com/docs/manual/reference/error-codes/
const namespaceNotFound = 26;
const indexNotFound = 27;

/** Drops indexes by collection and name; one that is not there, or whose collection is not, is no trouble. */
export async function dropIndexes(
  connection: Connection,
  indexes: readonly (readonly [collection: string, name: string])[],
): Promise<void> {
  for (const [collection, name] of indexes) {
    try {
      await connection.collection(collection).dropIndex(name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError)) return false;
  return error.code === namespaceNotFound || error.code === indexNotFound;
}
