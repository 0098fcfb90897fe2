import { Schema } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { ensureIndexes } from '../../src/database/indexes.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';

const schema = new Schema({ workspace: String, day: String }).index(
  { workspace: 1, day: 1 },
  { unique: true, name: 'once' },
);

describe('ensureIndexes', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(() => database.drop());

  const figures = () => database.connection.model('Figure', schema);

  it('makes the collections and indexes of all models, even when two processes do so at once', async () => {
    const other = await connect({ uri: database.uri, logger: silent });
    const models = [figures(), other.model('Figure', schema)];

    const reports = await Promise.all([ensureIndexes(database.connection), ensureIndexes(other)]);
    await other.close();

    expect(reports).toEqual([{ unexpected: [] }, { unexpected: [] }]);
    await expect(models[0]?.listIndexes()).resolves.toMatchObject([
      { name: '_id_' },
      { name: 'once', unique: true },
    ]);
  });

  it('leaves the lock free', async () => {
    figures();

    await ensureIndexes(database.connection);

    await expect(database.connection.collection('locks').countDocuments()).resolves.toBe(0);
  });

  it('waits for another process that is at it', async () => {
    figures();
    const locks = database.connection.collection<{ _id: string; owner: string; until: Date }>('locks');
    await locks.insertOne({ _id: 'indexes', owner: 'other', until: new Date(Date.now() + 60_000) });

    const waiting = ensureIndexes(database.connection);
    const first = await Promise.race([waiting, new Promise((done) => setTimeout(done, 300, 'waits'))]);
    await locks.deleteOne({ _id: 'indexes' });
    await waiting;

    expect(first).toBe('waits');
  });

  it('takes over from a process that died at it', async () => {
    figures();
    const locks = database.connection.collection<{ _id: string; owner: string; until: Date }>('locks');
    await locks.insertOne({ _id: 'indexes', owner: 'dead', until: new Date(Date.now() - 1000) });

    await ensureIndexes(database.connection);

    await expect(figures().listIndexes()).resolves.toHaveLength(2);
  });

  it('reports an index that no model asks for and leaves it', async () => {
    await figures().collection.createIndex({ day: 1 }, { name: 'by-hand' });

    const report = await ensureIndexes(database.connection);

    expect(report.unexpected).toEqual(['figures.by-hand']);
    await expect(figures().listIndexes()).resolves.toHaveLength(3);
  });

  it('refuses to start on an index of that name which is not unique', async () => {
    await figures().collection.createIndex({ workspace: 1, day: 1 }, { name: 'once' });

    const problem = await ensureIndexes(database.connection).catch((error) => error);

    expect(problem.name).toBe('IndexConflictError');
    expect(problem.message).toContain('collection figures');
  });
});
