import type { AnyBulkWriteOperation, Connection, MongooseQueryMiddleware, Query, Schema } from 'mongoose';

/**
 * Query option of the few sweeps that look for due work over all workspaces: those that Daybook was taken out of are left
 * alone, whichever sweep it is.
 */
export const acrossWorkspaces = { acrossWorkspaces: true } as const;

/** The same for what concerns the workspaces that Daybook was taken out of, too: a change of how things are kept. */
export const acrossAllWorkspaces = { acrossWorkspaces: 'all' } as const;

/** Whatever asks or changes by a filter. */
export const filtering = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndReplace',
  'findOneAndUpdate',
  'replaceOne',
  'updateMany',
  'updateOne',
] satisfies MongooseQueryMiddleware[];

/**
 * Workspaces are walls: a query on this schema that does not name one workspace is refused, so that forgetting
 * it is an error in the first test and not a leak.
 */
export function wall(schema: Schema): void {
  schema.pre(filtering, async function (this: Query<unknown, unknown>) {
    const across: unknown = this.getOptions()['acrossWorkspaces'];
    if (across === 'all') return;
    if (across === true) {
      const away = await awayFrom(this.model.db);
      if (away.length > 0) this.and([{ workspaceId: { $nin: away } }]);
      return;
    }
    if (typeof this.getFilter()['workspaceId'] !== 'string') {
      throw new Error(`a query on ${this.model.modelName} names no workspace`);
    }
  });
  schema.pre('bulkWrite', (operations: AnyBulkWriteOperation[]) => {
    for (const part of operations.flatMap((operation): object[] => Object.values(operation))) {
      // What is inserted has no filter; its schema wants a workspace.
      if (!('filter' in part)) continue;
      const filter: Record<string, unknown> = { ...Object(part.filter) };
      if (typeof filter['workspaceId'] !== 'string') {
        throw new Error('a part of a bulk write names no workspace');
      }
    }
  });
  schema.pre('aggregate', function () {
    const first = this.pipeline()[0];
    const match = first && '$match' in first ? first.$match : {};
    if (typeof match['workspaceId'] !== 'string') throw new Error('an aggregate names no workspace');
  });
}

/** The workspaces that Daybook was taken out of, which are few: their data is deleted after a while. */
async function awayFrom(connection: Connection): Promise<string[]> {
  const away = await connection
    .collection<{ _id: string }>('workspaces')
    .find({ uninstalledAt: { $type: 'date' } }, { projection: { _id: 1 } })
    .toArray();
  return away.map(({ _id }) => _id);
}
