import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.ts';

interface LockDocument {
  _id: string;
  owner: string;
  until: Date;
}

const lockId = 'indexes';
const leaseMs = 120_000;
const pauseMs = 100;

/**
 * Does `work` while no other process does. A holder that died is waited for at most two minutes, by the server's
 * clock; work that takes longer may overlap with another's, so it must bear that.
 */
export async function withStartUpLock<Result>(
  connection: Connection,
  owner: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const locks = connection.collection<LockDocument>('locks');
  while (!(await take(locks, owner))) await sleep(pauseMs);
  try {
    return await work();
  } finally {
    await locks.deleteOne({ _id: lockId, owner });
  }
}

type Locks = ReturnType<typeof Connection.prototype.collection<LockDocument>>;

async function take(locks: Locks, owner: string): Promise<boolean> {
  // One write both looks and takes; a lock that is not there yet counts as run out.
  const runOut = { $lt: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] };
  const take = {
    owner: { $cond: [runOut, owner, '$owner'] },
    until: { $cond: [runOut, { $add: ['$$NOW', leaseMs] }, '$until'] },
  };
  try {
    const lock = await locks.findOneAndUpdate({ _id: lockId }, [{ $set: take }], {
      upsert: true,
      returnDocument: 'after',
    });
    return lock?.owner === owner;
  } catch (error) {
    // Somebody made it at the same moment.
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
