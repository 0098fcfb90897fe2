import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded.ts';
import { findMongod, mongodSearchFrom } from '../../src/database/mongod-binary.ts';
import { silent } from './silent.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The replica set of this run; freshDatabase gives each test a database of its own in it. */
    mongodbUri: string;
    /** The server program it runs, for tests that start their own. */
    mongodPath: string;
  }
}

/** How many bytes a run may need. */
const enough = 8 * 2 ** 30;

/** One server for the whole run, in a folder of its own that is gone afterwards. */
export default async function startMongod(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(await quickFolder(), 'daybook-test-'));
  const search = mongodSearchFrom(process.env, homedir());
  const server = await startEmbedded({
    dataDir,
    logger: silent,
    durable: false,
    // Most tests go by a clock that is years behind.
    expires: false,
    mongod: () => findMongod({ ...search, logger: silent }),
  });
  const { path, version, source } = server.mongod;
  process.stdout.write(`Tests run on MongoDB ${version}, from ${source} (${path})\n`);
  project.provide('mongodbUri', server.uri);
  project.provide('mongodPath', path);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Memory that looks like a disk, where there is enough of it: thousands of small files are made and deleted in a run. */
async function quickFolder(): Promise<string> {
  const inMemory = '/dev/shm';
  try {
    const { bavail, bsize } = await statfs(inMemory);
    return bavail * bsize > enough ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
