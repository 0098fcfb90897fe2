import type { Aggregate, Query, Schema } from 'mongoose';

/** So many documents come with one answer, and fewer where they are large: MongoDB's own 101 asks twice for most lists of stores. */
const batchSize = 1_000;

/** Lists come in as few answers as may be. */
export function inLargeBatches(schema: Schema): void {
  schema.pre('find', function (this: Query<unknown, unknown>) {
    this.setOptions({ batchSize, ...this.getOptions() });
  });
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    this.option({ batchSize });
  });
}
