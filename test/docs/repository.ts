import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const notOurs = new Set(['node_modules', '.git', 'data', 'test-output', 'coverage']);

/** Every file and folder of the repository by its path; folders end with a slash. */
export async function pathsIn(folder = '.'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !notOurs.has(name))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? [`${path}/`, ...(await pathsIn(path))] : [path];
      }),
  );
  return found.flat();
}

/** The code of some folders as one text. */
export async function codeIn(paths: readonly string[], ...folders: string[]): Promise<string> {
  const files = paths.filter(
    (path) => path.endsWith('.ts') && folders.some((folder) => path.startsWith(folder)),
  );
  return (await Promise.all(files.map((path) => readFile(path, 'utf8')))).join('\n');
}

/** Everything that a pattern's first group finds, once each, sorted. */
export function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/** The names of all settings that Daybook reads. */
export async function settingNames(): Promise<string[]> {
  return found(await readFile('src/config.ts', 'utf8'), /^ {2}([A-Z][A-Z0-9_]+): /gm);
}
