import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import about from '../package.json' with { type: 'json' };

const asJson = ['--json', 'for programs: one JSON value, as docs/command-line.md describes it'] as const;

/** A process of its own: the command line does not know the stand-ins, and an installation may come without them. */
const demoData = fileURLToPath(new URL('../demo/demo-data.ts', import.meta.url));

/**
 * Every command of `daybook` with its help; what commander has to say of a mistake it throws. What a command does is loaded when
 * it is called: help is there at once.
 */
export function createProgram(): Command {
  const program = new Command('daybook')
    .description('Daybook from the command line, beside a running Daybook or without one')
    .version(about.version)
    .showHelpAfterError('(--help shows how it is meant)')
    .exitOverride((end) => {
      // A command with a process of its own ended, outside of any promise.
      if (end.code === 'commander.executeSubCommandAsync') process.exit(end.exitCode);
      throw end;
    });
  addDays(program);
  addOperations(program);
  addOthers(program);
  return withExamples(
    program,
    ['doctor', 'what is wrong, and what to do'],
    ['import --day 2024-05-01 --to 2024-05-31', 'read a month again'],
    ['export --from 2024-05-01 --to 2024-05-31 --out may.csv', 'the figures of a month'],
  ).addHelpText(
    'after',
    '\nWith npm: npm run daybook -- <command>, or npm run -s for the output alone.\nExit codes: 0 done, 1 failed, 2 typed wrong.',
  );
}

/** What reads days and tells of them. */
function addDays(program: Command): void {
  withExamples(
    program
      .command('night')
      .description('run the latest night of every link: the two days before it')
      .option('--as-of <instant>', 'as if it were this instant, such as 2024-05-02T03:30:00Z')
      .option('--link <id>', 'only this link')
      .option(...asJson)
      .action(async (options) => (await import('./night.ts')).night(options)),
    ['night', 'what was due last, unless it was done'],
    ['night --as-of 2024-05-02T03:30:00Z', 'reads 30 April and 1 May'],
  );
  withExamples(
    program
      .command('import')
      .description('read days again, final ones too, and store what Lightspeed says now')
      .requiredOption('--day <day>', 'the first day, such as 2024-05-01')
      .option('--to <day>', 'the last day')
      .option('--link <id>', 'only this link')
      .option(...asJson)
      .action(async (options) => (await import('./import.ts')).importDaysCommand(options)),
    ['import --day 2024-05-01', 'one day of every link'],
    ['import --day 2024-05-01 --to 2024-05-31 --json', 'a month, and which days changed'],
  );
  withExamples(
    program
      .command('digest')
      .description('post the digest of a day, unless it is posted already')
      .requiredOption('--day <day>', 'the day it tells about')
      .option('--channel <id>', 'only in this channel')
      .option('--dry-run', 'print it instead')
      .option(...asJson)
      .action(async (options) => (await import('./digest.ts')).digest(options)),
    ['digest --day 2024-05-01 --dry-run', 'what it would say'],
    ['digest --day 2024-05-01 --channel C0123456789', 'posts it there'],
  );
  withExamples(
    program
      .command('export')
      .description('write every figure of some days as CSV or Excel')
      .requiredOption('--from <day>', 'the first day')
      .requiredOption('--to <day>', 'the last day')
      .option('--format <format>', 'csv or xlsx', 'csv')
      .option('--out <file>', 'write to a file instead of standard output')
      .option('--workspace <id>', 'of this workspace')
      .option(...asJson)
      .action(async (options) => (await import('./export.ts')).exportCommand(options)),
    ['export --from 2024-05-01 --to 2024-05-31 > may.csv', 'with npm run -s, to the screen or a pipe'],
    ['export --from 2024-05-01 --to 2024-05-31 --format xlsx --out may.xlsx', 'an Excel file'],
  );
}

/** What an operator looks after. */
function addOperations(program: Command): void {
  withExamples(
    program
      .command('doctor')
      .description('see whether everything Daybook needs is there; changes nothing without --mend')
      .option('--mend', 'mend what can be mended safely: file modes, indexes, recurring jobs')
      .option(...asJson)
      .action(async (options) => (await import('./doctor.ts')).doctor(options)),
    ['doctor', 'each thing, and the next step where something is wrong'],
    ['doctor --mend', 'mends what is safe to mend, and says each'],
  );
  const keys = program.command('keys').description('look after the encryption of stored keys');
  withExamples(
    keys
      .command('rotate')
      .description('encrypt every stored key with the first of ENCRYPTION_KEYS')
      .option(...asJson)
      .action(async (options) => (await import('./keys.ts')).keysRotate(options)),
    ['keys rotate', 'after a new key was put before the old one; the old one can go then'],
  );
  const ofWorkspaces = program
    .command('workspaces')
    .description('list workspaces and their links')
    .option(...asJson)
    .action(async (options) => (await import('./workspaces.ts')).workspaces(options));
  withExamples(ofWorkspaces, ['workspaces', 'their ids, which other commands take']);
  withExamples(
    ofWorkspaces
      .command('delete')
      .description('delete everything of a workspace at once')
      .argument('<id>', 'the workspace, as `daybook workspaces` lists it')
      .option('--yes', 'without asking')
      .option(...asJson)
      .action(async (id, options, command) =>
        (await import('./workspaces.ts')).workspacesDelete(id, options, command),
      ),
    ['workspaces delete T0123456789', 'asks for the id once more'],
    ['workspaces delete T0123456789 --yes', 'in a script'],
  );
}

/** What needs no database of Daybook, or fills one. */
function addOthers(program: Command): void {
  withExamples(
    program
      .command('manifest')
      .description('the manifest of the Slack app with the addresses of this Daybook, as JSON')
      .option('--url <url>', 'where Slack reaches it; PUBLIC_URL when absent')
      .option('--many', 'for an app that many workspaces install')
      .action(async (options) => (await import('./manifest.ts')).printManifest(options)),
    ['manifest --url https://daybook.example.com', 'to paste where Slack asks for it'],
  );
  withExamples(
    program
      .command('tally')
      .description('figures from a file of raw sales, by the code of the import, as JSON')
      .argument(
        '<file>',
        'JSON: {"account":{"currency"},"shops":[{"shopID","timeZone","cutOff"}],"sales":[...]}',
      )
      .option('--series <r|x>', 'whose sales they are: R-Series or X-Series', 'r')
      .action(async (file, options) => (await import('./tally.ts')).tally(file, options)),
    ['tally sales.json', 'needs no database; docs/examples/r-series.json is such a file'],
    ['tally sales.json --series x', 'the same for sales as X-Series sends them'],
  );
  if (existsSync(demoData)) {
    program.command('demo-data', 'fill an empty database with a year of a made-up chain', {
      executableFile: demoData,
    });
  }
}

function withExamples(command: Command, ...examples: [typed: string, does: string][]): Command {
  const lines = examples.map(([typed, does]) => `  daybook ${typed}\n      ${does}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
