import { writeFile } from 'node:fs/promises';
import { contextOf } from '../src/context.ts';
import { toCsv } from '../src/export/csv.ts';
import { exportRows } from '../src/export/rows.ts';
import { toXlsx } from '../src/export/xlsx.ts';
import { parseDay } from './day.ts';
import { CommandError, withEngine } from './open.ts';

/** `daybook export`: every figure of some days (both ends included) as CSV or Excel, to a file or standard output. */
export async function exportCommand(options: {
  from: string;
  to: string;
  format: string;
  out?: string;
  workspace?: string;
}): Promise<void> {
  const [from, to] = [parseDay(options.from), parseDay(options.to)];
  if (options.format !== 'csv' && options.format !== 'xlsx')
    throw new CommandError('--format is csv or xlsx.');
  await withEngine(async ({ engine }) => {
    const known = await engine.models.workspaces.find().lean();
    const workspace =
      known.find(({ _id }) => _id === options.workspace) ?? (known.length === 1 ? known[0] : undefined);
    if (!workspace)
      throw new CommandError('Name the workspace with --workspace; `daybook workspaces` lists them.');
    const rows = await exportRows(contextOf(engine, workspace), { from, to, seen: 'all' });
    const content = options.format === 'csv' ? toCsv(rows, 'en') : await toXlsx(rows, 'en');
    if (options.out === undefined) process.stdout.write(content);
    else await writeFile(options.out, content);
  });
}
