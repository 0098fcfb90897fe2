import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a shell script of that name into the folder and returns its path. */
export async function script(folder: string, name: string, body: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

/** Looks like a mongod as long as one only asks for its version. */
export function fakeServer(version: string): string {
  return `echo 'db version v${version}'`;
}
