/** A connection string fit to be shown: without user and password. */
export function withoutLogin(uri: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/)[^/?]*@/, '$1');
}

/** The same server and options, another database. */
export function withDatabase(uri: string, database: string): string {
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${database}`);
}
