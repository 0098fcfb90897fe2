import type { Connection } from 'mongoose';

/** Keeps what is in a database now; the function it returns brings that back, indexes untouched. */
export async function snapshot({ db }: Connection): Promise<() => Promise<void>> {
  if (!db) throw new Error('the connection is closed');
  const collections = (await db.collections()).filter(
    ({ collectionName }) => !collectionName.startsWith('system.'),
  );
  const kept = await Promise.all(
    collections.map(async (collection) => ({ collection, documents: await collection.find().toArray() })),
  );
  return async () => {
    for (const { collection, documents } of kept) {
      await collection.deleteMany({});
      if (documents.length > 0) await collection.insertMany(documents);
    }
  };
}
