/** One way to bring a mongod onto this machine. */
export interface Fetcher {
  /** What it is, for people: 'MongoDB's download of 8.2.6'. */
  title: string;
  /** The folder under the cache in which its server is kept; carries the version. */
  folder: string;
  /** Brings the server into `into`, an empty folder of its own, and returns its path there. Throws in words. */
  fetch(into: string): Promise<string>;
}
