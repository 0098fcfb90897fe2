import { readFile } from 'node:fs/promises';
import { tallyFile } from '../src/turnover/tally-file.ts';
import { CommandError } from './open.ts';

/** `daybook tally FILE`: figures from a file of raw sales, as JSON, by the code of the import and without a database. */
export async function tally(path: string, { series }: { series: string }): Promise<void> {
  if (series !== 'r' && series !== 'x') throw new CommandError('--series is r or x.');
  const figures = tallyFile(await readFile(path, 'utf8'), series);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
