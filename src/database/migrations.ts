import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { NewerDataError } from './errors.ts';
import type { Log } from './log.ts';
import { withStartUpLock } from './start-up-lock.ts';

/** A change of how things are kept. */
export interface Migration {
  /** Its place in the order, from 1 on; never given away again. */
  number: number;
  /** What it changes, for the log. */
  title: string;
  /** May be cut short at any moment and is then run again from its beginning: it must bear that. */
  run(): Promise<void>;
}

interface MigrationRecord {
  _id: number;
  title: string;
  doneAt: Date;
}

const collection = 'migrations';

/**
 * Start-up step: runs what was not run on this database yet, in order, in one process at a time. Throws a NewerDataError for a
 * database that a later version of Daybook changed, before anything is touched.
 */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  { logger, now }: { logger: Log; now: () => number },
): Promise<void> {
  if ((await pendingMigrations(connection, migrations)).length === 0) return;
  await withStartUpLock(connection, { name: 'migrations', owner: randomUUID() }, async () => {
    // Somebody may have run them while we waited.
    for (const { number, title, run } of await pendingMigrations(connection, migrations)) {
      logger.info({ number, title }, 'stored data is changed to what this version keeps');
      await run();
      await connection
        .collection<MigrationRecord>(collection)
        .insertOne({ _id: number, title, doneAt: new Date(now()) }, { writeConcern: { w: 'majority' } });
    }
  });
}

/** The changes that were not made on this database yet, in order. Throws a NewerDataError. */
export async function pendingMigrations(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const known = migrations.toSorted((one, other) => one.number - other.number);
  const records = await connection.collection<MigrationRecord>(collection).find().toArray();
  const done = new Set(records.map(({ _id }) => _id));
  const newest = known.at(-1)?.number ?? 0;
  const unknown = records.find(({ _id }) => _id > newest);
  if (unknown) {
    throw new NewerDataError(
      `This database was changed by a later version of Daybook (${unknown.title}), which this one does not know. ` +
        'Nothing was touched. Start the later version, or restore a backup from before it.',
    );
  }
  return known.filter(({ number }) => !done.has(number));
}
