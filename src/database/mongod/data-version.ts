import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WrongServerVersionError } from '../errors.ts';
import type { MongodBinary } from '../mongod-binary.ts';
import { series } from './probe.ts';

/**
 * Notes in the data folder which server writes it. Throws WrongServerVersionError when data is there already that was
 * written by another major.minor: MongoDB reads only some of those, and going back is not possible.
 */
export async function agreeOnVersion(dataDir: string, mongod: MongodBinary): Promise<void> {
  const note = join(dataDir, 'mongod.version');
  const written = (await holdsData(dataDir)) ? await readNote(note) : undefined;
  if (written !== undefined && series(written) !== series(mongod.version)) {
    throw new WrongServerVersionError(
      `The data in ${dataDir} was written by MongoDB ${series(written)}, ` +
        `but the server found (${mongod.path}, from ${mongod.source}) is ${mongod.version}. Nothing was changed. ` +
        `Set MONGOMS_SYSTEM_BINARY to a mongod ${series(written)}, or choose an empty DAYBOOK_DATA_DIR.`,
    );
  }
  // Before the first start, so that a crash in it cannot leave data nobody vouches for.
  if (written !== mongod.version) await writeFile(note, `${mongod.version}\n`);
}

/** A folder in which a server failed before writing anything binds nobody. */
async function holdsData(dataDir: string): Promise<boolean> {
  return access(join(dataDir, 'db', 'WiredTiger')).then(
    () => true,
    () => false,
  );
}

async function readNote(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
