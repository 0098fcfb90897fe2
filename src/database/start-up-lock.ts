import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from './duplicate-key.ts';

interface LockDocument {
  _id: string;
  owner: string;
  until: Date;
}

const leaseMs = 120_000;
const pauseMs = 100;

/**
 * Does `work` while no other process does. A holder that died is waited for at most two minutes, by the server's clock. One
 * that cannot reach the server for so long may overlap with another, so the work must bear that.
 */
export async function withStartUpLock<Result>(
  connection: Connection,
  lock: { name: string; owner: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const { name, owner } = lock;
  const locks = connection.collection<LockDocument>('locks');
  while (!(await take(locks, lock))) await sleep(pauseMs);
  const heart = setInterval(() => {
    const until = { $add: ['$$NOW', leaseMs] };
    // A beat that is lost is made up for by the next one.
    locks.updateOne({ _id: name, owner }, [{ $set: { until } }]).catch(() => undefined);
  }, leaseMs / 4);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    await locks.deleteOne({ _id: name, owner });
  }
}

type Locks = ReturnType<typeof Connection.prototype.collection<LockDocument>>;

async function take(locks: Locks, { name, owner }: { name: string; owner: string }): Promise<boolean> {
  // One write both looks and takes; a lock that is not there yet counts as run out.
  const runOut = { $lt: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] };
  const take = {
    owner: { $cond: [runOut, owner, '$owner'] },
    until: { $cond: [runOut, { $add: ['$$NOW', leaseMs] }, '$until'] },
  };
  try {
    const lock = await locks.findOneAndUpdate({ _id: name }, [{ $set: take }], {
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
