import { readFile } from 'node:fs/promises';
import { tallyFile } from '../src/turnover/tally-file.ts';
import { CommandError, UsageError } from './errors.ts';
import { unusableFile } from './file.ts';
import { printJson } from './output.ts';

/** `daybook tally FILE`: figures from a file of raw sales, as JSON, by the code of the import and without a database. */
export async function tally(path: string, { series }: { series: string }): Promise<void> {
  if (series !== 'r' && series !== 'x') throw new UsageError('--series is r or x.');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unusableFile(path, 'read', error);
  });
  try {
    printJson(tallyFile(text, series));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const wrong = error instanceof SyntaxError ? 'it is no JSON' : error.message;
    throw new CommandError(`${path} cannot be tallied: ${wrong}. Nothing was changed. Next: mend the file.`, {
      cause: error,
    });
  }
}
