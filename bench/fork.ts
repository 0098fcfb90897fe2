import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** Runs a file in a Node of its own, to its end; what it printed, read as JSON. Throws where it failed. */
export async function runApart<Result>(
  file: URL,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<Result> {
  const child = spawn(process.execPath, [...flags, file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`${file.pathname} ended with ${code}`);
  return JSON.parse(output) as Result;
}

export interface Apart {
  /** The line that said it was ready. */
  said: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a file in a Node of its own and waits for the line that says it is ready: the first one, or one with these words. */
export async function startApart(
  file: URL,
  {
    flags = [],
    args = [],
    env = {},
    words = '',
  }: {
    flags?: readonly string[];
    args?: readonly string[];
    env?: Record<string, string>;
    words?: string;
  } = {},
): Promise<Apart> {
  const child = spawn(process.execPath, [...flags, file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const said = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(words)) resolve(line);
    });
    lines.once('close', () => reject(new Error(`${file.pathname} ended before it was ready`)));
  });
  return {
    said,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
