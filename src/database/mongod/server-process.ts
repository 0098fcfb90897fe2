import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';
import { markOf, type ProcessMark } from '../process-life.ts';

interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A running mongod that ends when this process ends, however that happens. */
export interface ServerProcess {
  mark: ProcessMark;
  /** Resolves when it has ended; never rejects. */
  exited: Promise<Exit>;
  /** undefined while it runs. */
  exit(): Exit | undefined;
  /** The last things it said that went wrong, oldest first. */
  complaints(): string[];
  /** Asks it to end, waits, then kills it. */
  end(patienceMs: number): Promise<void>;
}

/** Starts a server program. Throws when the system cannot start it at all. */
export async function startServerProcess(path: string, args: string[], logger: Log): Promise<ServerProcess> {
  // A group of its own: Ctrl-C in the terminal must reach us alone, so that we can finish our work first.
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  await new Promise((started, failed) => {
    child.once('spawn', started);
    child.once('error', failed);
  });
  const pid = child.pid ?? 0;
  const complaints: string[] = [];
  listen(child, logger, complaints);
  const dismissWatch = watchParent(pid);
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      exit = { code, signal };
      dismissWatch();
      resolve(exit);
    });
  });
  child.unref();
  return {
    mark: markOf(pid) ?? { pid, mark: '' },
    exited,
    exit: () => exit,
    complaints: () => complaints,
    async end(patienceMs) {
      // Harmless when it is already on its way.
      if (exit === undefined) child.kill('SIGTERM');
      if (!(await endsWithin(exited, patienceMs))) child.kill('SIGKILL');
      await exited;
    },
  };
}

async function endsWithin(exited: Promise<Exit>, limitMs: number): Promise<boolean> {
  const giveUp = new AbortController();
  const late = sleep(limitMs, false, { signal: giveUp.signal }).catch(() => false);
  const inTime = await Promise.race([exited.then(() => true), late]);
  giveUp.abort();
  return inTime;
}

/** A second process that sees our end of a pipe close, which even SIGKILL cannot keep from it, and ends the server. */
function watchParent(pid: number): () => void {
  const file = fileURLToPath(new URL('./parent-watch.ts', import.meta.url));
  const watch = spawn(process.execPath, [file, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // It may be gone by the time it is dismissed; then there is nothing to dismiss.
  watch.on('error', () => undefined);
  watch.stdin.on('error', () => undefined);
  watch.unref();
  return () => watch.stdin.end('done\n');
}

/** mongod writes one JSON document a line: https://www.mongodb.com/docs/manual/reference/log-messages/ */
function listen(child: ChildProcess, logger: Log, complaints: string[]): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      const { severity, text } = readLine(line);
      if (severity === 'I' || severity === 'D') return;
      if (severity === 'W') logger.debug({ mongod: text }, 'The embedded database warns');
      else {
        logger.warn({ mongod: text }, 'The embedded database reports an error');
        complaints.push(text);
        complaints.splice(0, complaints.length - 5);
      }
    });
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}

function readLine(line: string): { severity: string; text: string } {
  try {
    const { s, msg, attr } = JSON.parse(line);
    return { severity: s[0], text: attr?.error === undefined ? msg : `${msg}: ${printed(attr.error)}` };
  } catch {
    // What it says before logging is set up, and what the loader says, is plain text.
    return { severity: 'E', text: line };
  }
}

function printed(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'errmsg' in error) return String(error.errmsg);
  return JSON.stringify(error);
}
