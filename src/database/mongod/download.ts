import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Fetcher } from './fetcher.ts';

/** What mongodb-memory-server 11.3 takes by itself. Fixed here: a data folder stays with the series that wrote it. */
const version = '8.2.6';

export interface DownloadOptions {
  /** Another place with the files of https://fastdl.mongodb.org. */
  mirror?: string;
  /** How long to wait for a first byte, then for each further one (milliseconds). */
  firstByteMs?: number;
  stallMs?: number;
}

/**
 * MongoDB's own build for this system, through mongodb-memory-server. In a process of its own: that can be ended when
 * no byte comes, and there certificates are checked, which the library does only when an npm setting says so.
 */
export function downloadFetcher({
  mirror,
  firstByteMs = 5000,
  stallMs = 30_000,
}: DownloadOptions = {}): Fetcher {
  return {
    title: `MongoDB's download of ${version}`,
    folder: `mongodb-${version}`,
    async fetch(into) {
      const child = spawn(process.execPath, [childFile, into, version, mirror ?? ''], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      const ended = new Promise<string>((resolve, reject) => {
        child.on('message', (message: { path?: string; problem?: string }) => {
          if (message.path === undefined) reject(new Error(message.problem));
          else resolve(message.path);
        });
        child.on('error', reject);
        child.on('exit', (code, signal) => reject(new Error(`the download ended with ${signal ?? code}`)));
      });
      try {
        return await Promise.race([ended, stalled(into, firstByteMs, stallMs, ended)]);
      } finally {
        child.kill('SIGKILL');
      }
    },
  };
}

const childFile = fileURLToPath(new URL('./download-child.ts', import.meta.url));

/** Throws once nothing has come for too long. */
async function stalled(
  folder: string,
  firstByteMs: number,
  stallMs: number,
  ended: Promise<string>,
): Promise<never> {
  let running = true;
  const stop = () => {
    running = false;
  };
  ended.then(stop, stop);
  let size = 0;
  let quietMs = 0;
  while (running) {
    await sleep(250);
    const now = await sizeOf(folder);
    quietMs = now === size ? quietMs + 250 : 0;
    size = now;
    if (quietMs >= (size === 0 ? firstByteMs : stallMs))
      throw new Error(`nothing came for ${quietMs / 1000} s`);
  }
  // The race is decided by then; only its loser waits here.
  return new Promise(() => undefined);
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder)) {
    // A file may be renamed between the two looks.
    const found = await stat(join(folder, name)).catch(() => undefined);
    // The library's own lock file says nothing of progress.
    if (found?.isFile() && !name.endsWith('.lock')) size += found.size;
  }
  return size;
}
