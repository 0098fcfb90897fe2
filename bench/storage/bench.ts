import type { Connection } from 'mongoose';
import type { Bench } from '../bench.ts';
import { openPrepared, startServer } from '../database.ts';
import { bookYears } from '../five-years.ts';

export const storageBench: Bench = {
  name: 'storage',
  about: 'what a figure takes on disk and in indexes, from 2 years of 200 stores',
  run: async () => {
    const server = await startServer();
    const { connection, models } = await openPrepared(server.uri('storage'));
    try {
      await bookYears({ models, connection }, { last: '2024-12-31', years: 2 });
      const { count, storageSize, indexSizes, avgObjSize } = await sizesOf(connection);
      return {
        rows: [
          { name: 'a figure, uncompressed', unit: 'bytes', samples: [avgObjSize] },
          { name: 'a figure on disk', unit: 'bytes', samples: [storageSize / count] },
          ...Object.entries(indexSizes).map(([name, size]) => ({
            name: `index ${name}, each figure`,
            unit: 'bytes',
            samples: [size / count],
          })),
        ],
      };
    } finally {
      await connection.close();
      await server.stop();
    }
  },
};

interface Sizes {
  count: number;
  avgObjSize: number;
  storageSize: number;
  indexSizes: Record<string, number>;
}

async function sizesOf(connection: Connection): Promise<Sizes> {
  const figures = connection.collection('figures');
  // Written out, so that what is measured is what lies on disk.
  await connection.db?.admin().command({ fsync: 1 });
  const [told] = await figures
    .aggregate<{ storageStats: Sizes }>([{ $collStats: { storageStats: {} } }])
    .toArray();
  if (!told) throw new Error('the server tells no sizes');
  return told.storageStats;
}
