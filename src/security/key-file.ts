import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The encryption keys of the embedded default, `id:base64`: read from the data folder, or made there once (mode 0600).
 * Two processes that start together end up with the same keys.
 */
export async function keysFromFile(dataDir: string): Promise<string> {
  const path = join(dataDir, 'encryption-keys');
  const found = await read(path);
  if (found) return found;

  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Not the process id: in two containers that share the folder both may be 1.
  const own = `${path}.${randomBytes(8).toString('hex')}`;
  const id = `k${randomBytes(4).toString('hex')}`;
  await writeFile(own, `${id}:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    // A hard link fails when the file is there already: the first process wins.
    await link(own, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(own);
  }
  return (await readFile(path, 'utf8')).trim();
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
