import { type ClientSession, Schema } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDuplicateKey } from '../../src/database/duplicate-key.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const schema = new Schema({ _id: String, count: Number });

describe('inTransaction', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
    await model().create({ _id: 'bread', count: 0 });
  });

  afterEach(() => database.drop());

  const model = () => database.connection.model('Product', schema);

  it('writes nothing when the work throws', async () => {
    const work = inTransaction(database.connection, async (session) => {
      await model().create([{ _id: 'cheese', count: 1 }], { session });
      throw new Error('no more');
    });

    await expect(work).rejects.toThrow('no more');
    await expect(model().countDocuments()).resolves.toBe(1);
  });

  it('returns what the work returns, and all its writes are there', async () => {
    const result = await inTransaction(database.connection, async (session) => {
      await model().create([{ _id: 'cheese', count: 1 }], { session });
      await model().updateOne({ _id: 'bread' }, { $inc: { count: 1 } }, { session });
      return 'done';
    });

    expect(result).toBe('done');
    await expect(model().find().sort('_id').lean()).resolves.toMatchObject([{ count: 1 }, { count: 1 }]);
  });

  it('loses no increment of ten that clash', async () => {
    const increment = () =>
      inTransaction(database.connection, async (session) => {
        const bread = await model().findById('bread').session(session).orFail();
        await model().updateOne({ _id: 'bread' }, { $set: { count: (bread.count ?? 0) + 1 } }, { session });
      });

    await Promise.all(Array.from({ length: 10 }, increment));

    await expect(model().findById('bread')).resolves.toMatchObject({ count: 10 });
  });

  it('lets a duplicate key through to the caller', async () => {
    const work = inTransaction(database.connection, (session) =>
      model().create([{ _id: 'bread', count: 1 }], { session }),
    );

    const problem = await work.catch((error) => error);

    expect(isDuplicateKey(problem)).toBe(true);
  });

  it('gives up after some tries when the work swallows a duplicate key', async () => {
    const swallow = async (session: ClientSession) => {
      await model()
        .create([{ _id: 'bread', count: 1 }], { session })
        .catch(() => undefined);
    };

    const work = inTransaction(database.connection, swallow, 5);

    await expect(work).rejects.toMatchObject({ name: 'TransactionStuckError' });
  });
});

describe('isDuplicateKey', () => {
  it('is false for other errors', () => {
    expect(isDuplicateKey(new Error('E11000 duplicate key'))).toBe(false);
    expect(isDuplicateKey(undefined)).toBe(false);
  });
});
