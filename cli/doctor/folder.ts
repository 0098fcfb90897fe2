import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Opened } from '../open.ts';
import { type Found, fault, ok } from './finding.ts';

/** Bits that let anybody but the owner in. */
const others = 0o077;

/** Whether the data folder is closed to other users of this machine. */
export async function folderFindings({ config: { dataDir } }: Opened): Promise<Found[]> {
  // Windows has no such bits.
  if (process.platform === 'win32') return [];
  const what = 'the data folder is closed to others';
  const kept = [
    { path: join(dataDir, 'encryption-keys'), mode: 0o600 },
    { path: join(dataDir, 'db'), mode: 0o700 },
  ];
  const findings: Found[] = [];
  for (const { path, mode } of kept) {
    const bits = await modeOf(path);
    if (bits === undefined || (bits & others) === 0) continue;
    findings.push(
      fault(what, {
        wrong: `${path} can be read by other users of this machine`,
        next: `Run \`chmod ${mode.toString(8)} ${path}\`.`,
        mend: async () => {
          await chmod(path, mode);
          return `its mode is ${mode.toString(8)} now`;
        },
      }),
    );
  }
  return findings.length > 0 ? findings : [ok(what)];
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode;
  } catch (error) {
    // Where the database and the keys are elsewhere there is none.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
