import type { ClientSession, Connection } from 'mongoose';
import { TransactionStuckError } from './errors.ts';

/** With the driver's pauses of up to half a second between tries, about ten seconds of fighting over a document. */
const defaultTries = 50;

/**
 * Runs `work` in a transaction and returns what it returns; all its writes happen or none. Clashes are tried again,
 * so `work` may run several times: it must do nothing but database work, with this session, one await after the other
 * (no Promise.all). A duplicate key must be let through: the server has ended the transaction by then, so catching it
 * inside leads nowhere. Catch it around this call (isDuplicateKey). Throws TransactionStuckError when no try gets through.
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  mostTries = defaultTries,
): Promise<Result> {
  const session = await connection.startSession();
  let tries = 0;
  try {
    return await session.withTransaction(
      async () => {
        tries += 1;
        if (tries > mostTries) throw new TransactionStuckError(stuck(mostTries));
        return work(session);
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    );
  } finally {
    await session.endSession();
  }
}

function stuck(tries: number): string {
  return (
    `A transaction failed ${tries} times and was given up; nothing was written. ` +
    'Either many processes write the same documents, or a duplicate key was caught inside it.'
  );
}
