import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';

/** Another process that runs the embedded server over this folder; killed at the latest when the test is over. */
export async function heldByAnother(dataDir: string): Promise<{ uri: string; process: ChildProcess }> {
  const file = fileURLToPath(new URL('./holder.ts', import.meta.url));
  const child = spawn(process.execPath, [file, dataDir, inject('mongodPath')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  const [line] = await once(child.stdout, 'data');
  return { uri: String(line).trim(), process: child };
}

/** As the kernel does it to a process that takes too much memory: without a chance to clean up. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
