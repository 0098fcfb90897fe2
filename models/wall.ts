import type { AnyBulkWriteOperation, Query, Schema } from 'mongoose';

/** Query option of the few sweeps that look for due work over all workspaces. */
export const acrossWorkspaces = { acrossWorkspaces: true } as const;

/**
 * Workspaces are walls: a query on this schema that does not name one workspace is refused, so that forgetting
 * it is an error in the first test and not a leak.
 */
export function wall(schema: Schema): void {
  schema.pre(
    [
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
    ],
    function (this: Query<unknown, unknown>) {
      if (this.getOptions()['acrossWorkspaces'] === true) return;
      if (typeof this.getFilter()['workspaceId'] !== 'string') {
        throw new Error(`a query on ${this.model.modelName} names no workspace`);
      }
    },
  );
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
