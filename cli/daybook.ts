import { Command } from 'commander';
import { prettifyError, ZodError } from 'zod';
import { SettingsError } from '../src/config.ts';
import { DatabaseError } from '../src/database/errors.ts';
import { VaultError } from '../src/security/vault.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importDaysCommand } from './import.ts';
import { keysRotate } from './keys.ts';
import { printManifest } from './manifest.ts';
import { night } from './night.ts';
import { CommandError } from './open.ts';
import { tally } from './tally.ts';
import { workspaces, workspacesDelete } from './workspaces.ts';

const program = new Command('daybook').description('Daybook from the command line').showHelpAfterError();

program.command('doctor').description('see whether everything Daybook needs is there').action(doctor);
program
  .command('night')
  .description('run the latest night of every link: the two days before it')
  .option('--as-of <instant>', 'as if it were this instant, such as 2024-05-02T03:30:00Z')
  .option('--link <id>', 'only this link')
  .action(night);
program
  .command('import')
  .description('read days again, final ones too, and store what Lightspeed says now')
  .requiredOption('--day <day>', 'the first day, such as 2024-05-01')
  .option('--to <day>', 'the last day')
  .option('--link <id>', 'only this link')
  .action(importDaysCommand);
program
  .command('digest')
  .description('post the digest of a day, unless it is posted already')
  .requiredOption('--day <day>', 'the day it tells about')
  .option('--channel <id>', 'only in this channel')
  .option('--dry-run', 'print it instead')
  .action(digest);
program
  .command('export')
  .description('write every figure of some days as CSV or Excel')
  .requiredOption('--from <day>', 'the first day')
  .requiredOption('--to <day>', 'the last day')
  .option('--format <format>', 'csv or xlsx', 'csv')
  .option('--out <file>', 'write to a file instead of standard output')
  .option('--workspace <id>', 'of this workspace')
  .action(exportCommand);
program
  .command('keys')
  .description('look after the encryption of stored keys')
  .command('rotate')
  .description('encrypt every stored key with the first of ENCRYPTION_KEYS')
  .action(keysRotate);
const ofWorkspaces = program
  .command('workspaces')
  .description('list workspaces and their links')
  .action(workspaces);
ofWorkspaces
  .command('delete')
  .description('delete everything of a workspace at once')
  .argument('<id>', 'the workspace, as `daybook workspaces` lists it')
  .option('--yes', 'without asking')
  .action(workspacesDelete);
program
  .command('manifest')
  .description('the manifest of the Slack app with the addresses of this Daybook')
  .option('--url <url>', 'where Slack reaches it; PUBLIC_URL when absent')
  .option('--many', 'for an app that many workspaces install')
  .action(printManifest);
program
  .command('tally')
  .description('figures from a file of raw sales, by the code of the import')
  .argument('<file>', 'JSON: {"account":{"currency"},"shops":[{"shopID","timeZone","cutOff"}],"sales":[...]}')
  .option('--series <r|x>', 'whose sales they are: R-Series or X-Series', 'r')
  .action(tally);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${words(error)}\n`);
  process.exitCode = 1;
}

function words(error: unknown): string {
  if (error instanceof ZodError) return `The file is not as it should be:\n${prettifyError(error)}`;
  const told = [CommandError, SettingsError, DatabaseError, VaultError].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return String(error);
  return told ? error.message : `${error.name}: ${error.message}`;
}
