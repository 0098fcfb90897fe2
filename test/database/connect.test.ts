import { Schema } from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';
import { standalone } from './support/standalone.ts';

const schema = new Schema({
  name: { type: String, required: true, enum: ['bread', 'cheese'] },
  count: Number,
  parts: [new Schema({ weight: Number }, { _id: false })],
});

describe('connect', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(() => database.drop());

  const model = () => database.connection.model('Product', schema);

  it('refuses to store a field that the schema does not have', async () => {
    const bread: Record<string, unknown> = { name: 'bread', colour: 'red' };

    await expect(model().create(bread)).rejects.toThrow('colour');
  });

  it('refuses such a field inside a part as well', async () => {
    const parts = [Object.assign({ weight: 1 }, { colour: 'red' })];

    await expect(model().create({ name: 'bread', parts })).rejects.toThrow('colour');
  });

  it('refuses to look for a field that the schema does not have', async () => {
    const filter: Record<string, unknown> = { colour: 'red' };

    await expect(model().findOne(filter)).rejects.toThrow('colour');
  });

  it('validates updates', async () => {
    await model().create({ name: 'bread' });

    await expect(model().updateOne({ name: 'bread' }, { $set: { name: 'stone' } })).rejects.toThrow('stone');
  });

  it('makes no collection and no index by itself', async () => {
    model();

    await expect(database.connection.listCollections()).resolves.toEqual([]);
  });

  it('fails a query at once when the connection is closed', async () => {
    const other = await connect({ uri: database.uri, logger: silent });
    const products = other.model('Product', schema);
    await other.close();

    const begun = performance.now();
    await expect(products.findOne()).rejects.toThrow();

    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('connect, where there is no database to be had', () => {
  it('says in words when nothing answers, without the password', async () => {
    const uri = 'mongodb://shop:secret@127.0.0.1:1/daybook';

    const problem = await connect({ uri, logger: silent, patienceMs: 300 }).catch((error) => error);

    expect(problem).toMatchObject({
      name: 'DatabaseUnreachableError',
      message: 'No MongoDB answers at mongodb://127.0.0.1:1/daybook. Check MONGODB_URI.',
    });
  });

  it('says in words when the address is none', async () => {
    const problem = await connect({ uri: 'localhost:27017', logger: silent }).catch((error) => error);

    expect(problem.message).toBe('localhost:27017 is not an address of a MongoDB. Check MONGODB_URI.');
  });

  it('says in words when the server is no replica set', async () => {
    await using server = await standalone(inject('mongodPath'));

    const problem = await connect({ uri: server.uri, logger: silent }).catch((error) => error);

    expect(problem.name).toBe('NotReplicaSetError');
    expect(problem.message).toContain('is a standalone server. Daybook needs a replica set');
  });
});
