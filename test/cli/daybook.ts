import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** Runs the command line with its output piped, as a script does, and with these settings alone. */
export async function daybook(env: Record<string, string | undefined>, ...args: string[]) {
  const child = spawn(process.execPath, [resolve('cli/daybook.ts'), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    said.out += String(part);
  });
  child.stderr.on('data', (part) => {
    said.err += String(part);
  });
  const [code] = await once(child, 'close');
  return { code, ...said };
}
