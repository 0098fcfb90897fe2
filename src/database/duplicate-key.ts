import mongoose from 'mongoose';

/** MongoDB error codes: 11000 DuplicateKey, https://www.mongodb.com/docs/manual/reference/error-codes/ */
const duplicateKey = 11000;

/** Whether a write failed because a unique index already has that key. Catch it outside of a transaction only. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === duplicateKey;
}
