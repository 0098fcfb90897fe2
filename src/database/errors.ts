/** What can go wrong between Daybook and its database, each in words an operator can act on. */
export abstract class DatabaseError extends Error {}

/** Another live process has the data folder; `uri` joins its database, undefined while that one still starts. */
export class AlreadyRunningError extends DatabaseError {
  override readonly name = 'AlreadyRunningError' as const;
  readonly uri: string | undefined;
  readonly pid: number;

  constructor(pid: number, uri: string | undefined) {
    super(`Daybook already runs on this data folder (process ${pid})`);
    this.pid = pid;
    this.uri = uri;
  }
}

/** No mongod can be found or fetched; the message lists what was tried and what to do. */
export class NoMongodError extends DatabaseError {
  override readonly name = 'NoMongodError' as const;
}

/** The data folder was written by another major.minor of the server. */
export class WrongServerVersionError extends DatabaseError {
  override readonly name = 'WrongServerVersionError' as const;
}

/** The embedded server did not come up. */
export class EmbeddedStartError extends DatabaseError {
  override readonly name = 'EmbeddedStartError' as const;
}

/** Nothing usable answers at MONGODB_URI. The message never holds a password. */
export class DatabaseUnreachableError extends DatabaseError {
  override readonly name = 'DatabaseUnreachableError' as const;
}

/** The server answers but is no replica set, so it has no transactions. */
export class NotReplicaSetError extends DatabaseError {
  override readonly name = 'NotReplicaSetError' as const;
}

/** A transaction was tried again and again and never got through. */
export class TransactionStuckError extends DatabaseError {
  override readonly name = 'TransactionStuckError' as const;
}

/** A later version of Daybook changed what is stored. */
export class NewerDataError extends DatabaseError {
  override readonly name = 'NewerDataError' as const;
}

/** An index of the same name but another meaning is in the way. */
export class IndexConflictError extends DatabaseError {
  override readonly name = 'IndexConflictError' as const;
}
