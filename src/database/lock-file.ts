import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { isAlive, markOf, type ProcessMark } from './process-life.ts';

const marked = z.object({ pid: z.number().int().positive(), mark: z.string() });
const content = marked.extend({ uri: z.string().optional(), child: marked.optional() });

/** What a lock file tells about its holder: the process, where it can be reached, and the server it started. */
export interface LockContent extends ProcessMark {
  uri?: string | undefined;
  child?: ProcessMark | undefined;
}

/** What the holder may say beyond who it is. */
export type LockNote = Pick<LockContent, 'uri' | 'child'>;

export interface Lock {
  /** What the dead holder before us left in the file, when there was one. */
  previous: LockContent | undefined;
  update(note: LockNote): Promise<void>;
  /** Removes the file unless somebody else has it by now. */
  release(): Promise<void>;
}

/** Thrown by takeLock while a live process has the lock. */
export class LockHeldError extends Error {
  override readonly name = 'LockHeldError' as const;
  readonly holder: LockContent;

  constructor(holder: LockContent) {
    super(`held by process ${holder.pid}`);
    this.holder = holder;
  }
}

/**
 * Takes the lock at `path` for this process, over from a holder that died. Throws LockHeldError when the holder lives.
 * Taking over is not free of races to the last instruction: what it guards must have a guard of its own
 * (mongod locks its folder, a fetched file is renamed into place).
 */
export async function takeLock(path: string, note: LockNote = {}): Promise<Lock> {
  const me = markOf(process.pid) ?? { pid: process.pid, mark: '' };
  let previous: LockContent | undefined;
  // A dead holder's server may outlive it; until we name ours, its name must not get lost.
  while (!(await create(path, { ...me, child: previous?.child, ...note }))) {
    const holder = await readLock(path);
    if (holder !== undefined && isAlive(holder)) throw new LockHeldError(holder);
    await removeStale(path, holder);
    previous = holder ?? previous;
  }
  return {
    previous,
    update: async (next) => replace(path, { ...me, ...next }),
    release: async () => {
      const holder = await readLock(path);
      if (holder?.pid === me.pid && holder.mark === me.mark) await rm(path, { force: true });
    },
  };
}

/** What a live holder wrote; undefined when nobody alive has the lock. */
export async function liveHolder(path: string): Promise<LockContent | undefined> {
  const holder = await readLock(path);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

async function create(path: string, holder: LockContent): Promise<boolean> {
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    // Unlike open with 'wx', link shows others the file only with all its content.
    await link(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function replace(path: string, holder: LockContent): Promise<void> {
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
  await rename(own, path);
}

/** Moves the file aside first, so that of two that find the same dead holder only one removes it. */
async function removeStale(path: string, judged: LockContent | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readLock(aside);
  // Somebody was faster and this is already their new lock: put it back.
  if (moved !== undefined && moved.pid !== judged?.pid) await create(path, moved);
  await rm(aside, { force: true });
}

async function readLock(path: string): Promise<LockContent | undefined> {
  try {
    return content.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    // A file cut short by a full disk names nobody: stale.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
