import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
export type LockEntry = z.infer<typeof entry> & { name: string };

/** Every package that the lock file names. */
export async function lockedPackages(): Promise<LockEntry[]> {
  const lock = z
    .object({ packages: z.record(z.string(), entry) })
    .parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages).flatMap(([path, each]) =>
    path === '' ? [] : [{ ...each, name: path.replace(/^.*node_modules\//, '') }],
  );
}

/** `docs/licences.md`: what Daybook runs with, by licence. */
export function licencesText(packages: readonly LockEntry[]): string {
  const byLicence = new Map<string, Set<string>>();
  for (const { name, license = 'none', dev } of packages) {
    if (dev) continue;
    byLicence.set(license, (byLicence.get(license) ?? new Set()).add(name));
  }
  const parts = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `## ${licence}\n\n${[...names].sort().join(', ')}\n`);
  return [
    '# Licences\n',
    'Daybook itself is under the MIT licence. It runs with these packages, listed by the licence that each names for itself;',
    'what only its makers use is left out. `npm run licences` writes this page from the lock file, and a test holds it against',
    'the licences that are allowed.\n',
    ...parts,
  ].join('\n');
}
