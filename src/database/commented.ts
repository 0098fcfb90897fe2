import type { Aggregate, Query, Schema } from 'mongoose';
import { filtering } from '../../models/wall.ts';
import { currentTrace } from '../trace.ts';

/**
 * Every question to the database carries the number of what it is for as its comment, which the server's log and profiler show.
 * Documents that are made one by one do not: Mongoose passes no comment on with them, and they are never slow.
 */
export function commented(schema: Schema): void {
  schema.pre(filtering, function (this: Query<unknown, unknown>) {
    const trace = currentTrace();
    if (trace !== undefined) this.setOptions({ comment: trace });
  });
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const trace = currentTrace();
    if (trace !== undefined) this.option({ comment: trace });
  });
  schema.pre('bulkWrite', (_operations, options) => comment(options));
  schema.pre('insertMany', (_documents, options) => comment(options));
}

function comment(options: object | undefined): void {
  const trace = currentTrace();
  if (options && trace !== undefined) Object.assign(options, { comment: trace });
}
