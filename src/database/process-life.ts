import { readFileSync } from 'node:fs';

/** A process by more than its number: numbers are used again, in containers within seconds. */
export interface ProcessMark {
  pid: number;
  /** When it was started, in a form only good for comparing; empty where the system does not tell. */
  mark: string;
}

/** The mark of a process of this machine; undefined when there is none alive by that number. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!answersSignal(pid)) return undefined;
  const stat = readProc(`/proc/${pid}/stat`);
  if (stat === undefined) return { pid, mark: '' };
  // proc(5): the name in parentheses may hold spaces; after it come the state (field 3) and, as field 22, the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { pid, mark: `${readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${fields[19] ?? ''}` };
}

/** Whether the very process that was marked still lives. */
export function isAlive(process: ProcessMark): boolean {
  const now = markOf(process.pid);
  if (now === undefined) return false;
  return now.mark === '' || process.mark === '' || now.mark === process.mark;
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not Linux, or the process has just gone: both mean 'not told'.
    return undefined;
  }
}
