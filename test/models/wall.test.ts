import type { Connection, Model } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { createModels } from '../../models/models.ts';
import { acrossAllWorkspaces, acrossWorkspaces } from '../../models/wall.ts';
import { freshDatabase } from '../support/database.ts';

/** Every model but that of the workspaces themselves. */
function walled(connection: Connection): Model<unknown>[] {
  createModels(connection);
  return Object.values(connection.models).filter(({ modelName }) => modelName !== 'Workspace');
}

async function withDatabase(work: (connection: Connection) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  try {
    await work(database.connection);
  } finally {
    await database.drop();
  }
}

type Ask = (model: Model<unknown>, filter: Record<string, unknown>) => PromiseLike<unknown>;

const asks: Record<string, Ask> = {
  find: (model, filter) => model.find(filter),
  findOne: (model, filter) => model.findOne(filter),
  exists: (model, filter) => model.exists(filter),
  countDocuments: (model, filter) => model.countDocuments(filter),
  distinct: (model, filter) => model.distinct('_id', filter),
  updateOne: (model, filter) => model.updateOne(filter, {}),
  updateMany: (model, filter) => model.updateMany(filter, {}),
  findOneAndUpdate: (model, filter) => model.findOneAndUpdate(filter, {}),
  findOneAndDelete: (model, filter) => model.findOneAndDelete(filter),
  deleteOne: (model, filter) => model.deleteOne(filter),
  deleteMany: (model, filter) => model.deleteMany(filter),
  bulkWrite: (model, filter) => model.bulkWrite([{ deleteMany: { filter } }]),
  'a later part of bulkWrite': (model, filter) =>
    model.bulkWrite([{ deleteMany: { filter: { workspaceId: 'T1' } } }, { deleteOne: { filter } }]),
  aggregate: (model, filter) => model.aggregate([{ $match: filter }]),
};

/** An audit entry refuses these from everybody: test/audit. */
const neverOfTheLog = new Set([
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
  'a later part of bulkWrite',
]);
const isLog = ({ modelName }: Model<unknown>) => modelName === 'AuditEntry';

describe('a query that names no workspace', () => {
  test.each(Object.entries(asks))('is refused by every model: %s', async (name, ask) => {
    await withDatabase(async (connection) => {
      for (const model of walled(connection)) {
        if (isLog(model) && neverOfTheLog.has(name)) continue;
        await expect(async () => ask(model, {}), model.modelName).rejects.toThrow(/no workspace/);
        await expect(async () => ask(model, { workspaceId: { $ne: 'T1' } })).rejects.toThrow(/no workspace/);
        await ask(model, { workspaceId: 'T1' });
      }
    });
  });

  test('by an id alone is refused as well', async () => {
    await withDatabase(async (connection) => {
      const id = '665d9f0000000000000000aa';

      for (const model of walled(connection)) {
        await expect(async () => model.findById(id)).rejects.toThrow(/no workspace/);
        if (isLog(model)) continue;
        await expect(async () => model.findByIdAndUpdate(id, {})).rejects.toThrow(/no workspace/);
        await expect(async () => model.findByIdAndDelete(id)).rejects.toThrow(/no workspace/);
      }
    });
  });

  test('is possible on purpose, for the sweeps', async () => {
    await withDatabase(async (connection) => {
      for (const model of walled(connection)) {
        expect(await model.find({}, null, acrossWorkspaces)).toEqual([]);
      }
    });
  });
});

test('a sweep over all workspaces leaves those alone that Daybook was taken out of', async () => {
  await withDatabase(async (connection) => {
    const away = { _id: 'T-AWAY', uninstalledAt: new Date(0) };
    await connection
      .collection<{ _id: string; uninstalledAt: Date | null }>('workspaces')
      .insertMany([away, { _id: 'T-HERE', uninstalledAt: null }]);
    for (const model of walled(connection)) {
      await model.collection.insertMany(['T-AWAY', 'T-HERE'].map((workspaceId) => ({ workspaceId })));

      expect(await model.distinct('workspaceId', {}, acrossWorkspaces)).toEqual(['T-HERE']);
      expect(await model.countDocuments({}, acrossWorkspaces)).toBe(1);
      expect((await model.findOne({}, null, acrossWorkspaces).lean()) ?? {}).toMatchObject({
        workspaceId: 'T-HERE',
      });
      expect(await model.countDocuments({}, acrossAllWorkspaces)).toBe(2);
    }
  });
});

test('there is no model without a wall but that of the workspaces', async () => {
  await withDatabase(async (connection) => {
    const models = walled(connection);

    expect(models.length).toBeGreaterThanOrEqual(12);
    expect(models.map(({ schema }) => schema.path('workspaceId') !== undefined)).toEqual(
      models.map(() => true),
    );
  });
});
