import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface Outcome {
  /** undefined when it was killed by a signal, ran out of time or could not be started. */
  code: number | undefined;
  output: string;
  /** The last line it wrote on stderr, or why it did not run: fit for a message. */
  complaint: string;
}

/** Runs a command to its end, at most `limitMs`; never throws for what the command does. */
export function run(command: string, args: string[], limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk;
    });
    child.on('error', (error) => resolve({ code: undefined, output, complaint: error.message }));
    child.on('close', (code, signal) => {
      const ending = signal ? `ended by ${signal}` : `exit code ${code}`;
      resolve({ code: code ?? undefined, output, complaint: lastLine(complaints) ?? ending });
    });
  });
}

/** The first executable file of that name in a PATH-like list, with its folder. */
export async function findOnPath(name: string, searchPath: string): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const path = join(folder, file);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

/** Whether there is a file that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1) || undefined;
}
