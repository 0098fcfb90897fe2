import { writeFile } from 'node:fs/promises';
import { contextOf } from '../src/context.ts';
import { toCsv } from '../src/export/csv.ts';
import { exportRows } from '../src/export/rows.ts';
import { toXlsx } from '../src/export/xlsx.ts';
import { audit } from '../src/security/audit.ts';
import { parseDay } from './day.ts';
import { CommandError, UsageError } from './errors.ts';
import { unusableFile } from './file.ts';
import { type Opened, withEngine } from './open.ts';
import { type AsJson, printJson } from './output.ts';

interface ExportOptions extends AsJson {
  from: string;
  to: string;
  format: string;
  out?: string;
  workspace?: string;
}

/** `daybook export`: every figure of some days (both ends included) as CSV or Excel, to a file or standard output. */
export async function exportCommand(options: ExportOptions): Promise<void> {
  const { format, out, json } = options;
  const [from, to] = [parseDay(options.from), parseDay(options.to)];
  if (to < from) throw new UsageError('--to is before --from.');
  if (format !== 'csv' && format !== 'xlsx') throw new UsageError('--format is csv or xlsx.');
  if (json && out === undefined)
    throw new UsageError('--json tells where the file is, so it goes with --out.');
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new UsageError('An Excel file is nothing to read here: name a file with --out.');
  await withEngine(async (opened) => {
    const { engine, say } = opened;
    const workspace = await workspaceOf(opened, options.workspace);
    const context = contextOf(engine, workspace);
    const rows = await exportRows(context, { from, to, seen: 'all' });
    const content = format === 'csv' ? toCsv(rows, 'en') : await toXlsx(rows, 'en');
    const sent = () => audit(context, { who: 'operator', action: 'file.sent', details: { from, to } });
    if (out === undefined) {
      await sent();
      return void process.stdout.write(content);
    }
    await writeFile(out, content).catch((error: unknown) => {
      throw unusableFile(out, 'written', error);
    });
    await sent();
    const { _id: id, name } = workspace;
    if (json) return printJson({ workspace: { id, name }, from, to, format, rows: rows.length, file: out });
    say(
      `Wrote ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} of ${name}, ${from} to ${to}, to ${out}.`,
    );
  });
}

async function workspaceOf({ engine }: Opened, id: string | undefined) {
  const known = await engine.models.workspaces.find().lean();
  const found = known.find(({ _id }) => _id === id) ?? (id === undefined ? known[0] : undefined);
  if (found && (id !== undefined || known.length === 1)) return found;
  if (id !== undefined)
    throw new CommandError(
      `There is no workspace ${id}. Nothing was written; \`daybook workspaces\` lists them.`,
    );
  throw new CommandError(
    known.length === 0
      ? 'There is no workspace yet, so there is nothing to write. Next: start Daybook and link an account in Slack.'
      : 'There are several workspaces. Nothing was written. Next: name one with --workspace; `daybook workspaces` lists them.',
  );
}
