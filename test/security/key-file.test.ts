import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { keysFromFile } from '../../src/security/key-file.ts';
import { createVault } from '../../src/security/vault.ts';

const run = promisify(execFile);
const module = fileURLToPath(new URL('../../src/security/key-file.ts', import.meta.url));

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'daybook-keys-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return join(path, 'data');
}

test('a key is made once, for the owner’s eyes only, and read from then on', async () => {
  const dataDir = await folder();

  const keys = await keysFromFile(dataDir);

  expect(await keysFromFile(dataDir)).toBe(keys);
  expect((await stat(join(dataDir, 'encryption-keys'))).mode & 0o777).toBe(0o600);
  expect((await stat(dataDir)).mode & 0o077).toBe(0);
  expect(() => createVault(keys)).not.toThrow();
});

test('each folder has a key of its own', async () => {
  expect(await keysFromFile(await folder())).not.toBe(await keysFromFile(await folder()));
});

test('processes that start together end up with the same key, and leave nothing else behind', async () => {
  const dataDir = await folder();
  const program = `import { keysFromFile } from ${JSON.stringify(module)}; process.stdout.write(await keysFromFile(${JSON.stringify(dataDir)}));`;

  const outputs = await Promise.all(
    Array.from({ length: 4 }, () =>
      run(process.execPath, ['--input-type=module-typescript', '--eval', program]),
    ),
  );

  const kept = (await readFile(join(dataDir, 'encryption-keys'), 'utf8')).trim();
  expect(outputs.map(({ stdout }) => stdout)).toEqual(outputs.map(() => kept));
  expect(await readdir(dataDir)).toEqual(['encryption-keys']);
});

test('those that look alike from outside, as in two containers, do not write over each other', async () => {
  const dataDir = await folder();

  const keys = await Promise.all(Array.from({ length: 20 }, () => keysFromFile(dataDir)));

  expect(new Set(keys).size).toBe(1);
});
