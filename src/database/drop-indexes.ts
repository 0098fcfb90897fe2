import { type Connection, mongo } from 'mongoose';

// https://www.mongodb.com/docs/manual/reference/error-codes/
const namespaceNotFound = 26;
const indexNotFound = 27;

/** Drops indexes, each as `collection.index`; one that another process has just dropped is no trouble. */
export async function dropIndexes(connection: Connection, indexes: readonly string[]): Promise<void> {
  for (const index of indexes) {
    const [collection = '', name = ''] = index.split('.');
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
