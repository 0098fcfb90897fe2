import { readFile } from 'node:fs/promises';
import { tallyFile } from '../src/turnover/tally-file.ts';

/** `daybook tally FILE`: figures from a file of raw sales, as JSON, by the code of the import and without a database. */
export async function tally(path: string): Promise<void> {
  const figures = tallyFile(JSON.parse(await readFile(path, 'utf8')));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
