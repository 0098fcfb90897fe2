import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../slack/traffic.ts';
import type { State } from '../slack/world/types.ts';
import type { Deed } from './deeds.ts';
import type { FarExchange } from './far-traffic.ts';
import type { Troubles } from './troubles.ts';

/** What the local workspace is outside the database: enough to go on from after a restart. */
export type Saved = {
  version: 1;
  /** ISO 8601 */
  now: string;
  deeds: Deed[];
  slack: State;
  /** What goes wrong on purpose, and the newest exchanges; files of before have neither. */
  troubles?: Troubles;
  traffic?: SavedTraffic;
};

export type SavedTraffic = {
  slack: readonly Exchange[];
  /** Absent in files of before. */
  lightspeed?: readonly FarExchange[];
};

const fileIn = (dataDir: string) => join(dataDir, 'local-workspace.json');

/** What was saved last, or undefined when there is nothing that this version can go on from. */
export async function readSaved(dataDir: string): Promise<Saved | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
    return isSaved(read) ? read : undefined;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isAbsent || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Only this program writes the file: its version says the rest. */
function isSaved(value: unknown): value is Saved {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}

/** Writes the whole file or leaves the old one. */
export async function writeSaved(dataDir: string, saved: Saved): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const path = fileIn(dataDir);
  await writeFile(`${path}.new`, JSON.stringify(saved), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export async function forgetSaved(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}
