import { Command, CommanderError } from 'commander';
import { Listr } from 'listr2';
import { CommandError, exitCodes, UsageError } from '../cli/errors.ts';
import { explain } from '../cli/explain.ts';
import { type Opened, withEngine } from '../cli/open.ts';
import { type AsJson, printJson, progressOf } from '../cli/output.ts';
import { environment } from '../src/config.ts';
import { deleteWorkspace } from '../src/installations/delete-workspace.ts';
import { type MadeUp, makeUpYear } from './made-up-year.ts';
import { workspaceToFill } from './workspace-to-fill.ts';

// `daybook demo-data`, in a process of its own: the command line does not know the stand-ins.

const usualName = 'Blad & Boon (made up)';

interface Options extends AsJson {
  workspace?: string;
}

const program = new Command('daybook demo-data')
  .description(
    'Fill an empty database with a year of a made-up chain: three stores, two departments, corrections. ' +
      'The account is unlinked at once, so that Lightspeed is never asked for it. Where links or figures are kept, only a new workspace is filled.',
  )
  .option('--workspace <id>', 'the workspace to fill; the only one there is when absent, or a new one')
  .option('--json', 'for programs: one JSON value, as docs/command-line.md describes it')
  .showHelpAfterError('(--help shows how it is meant)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nExamples:\n  daybook demo-data\n      says which days it made, and how to look at one\n  daybook demo-data --workspace T0123456789\n      figures for your own Slack, before an account is linked\n  daybook workspaces delete T0DEMO\n      takes it all away again',
  )
  .action(demoData);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = ending(error);
}

function ending(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const isTraced = ['debug', 'trace'].includes(environment()['LOG_LEVEL'] ?? '');
  const { code, text } = explain(error, { isTraced });
  process.stderr.write(`${text}\n`);
  return code;
}

async function demoData(options: Options): Promise<void> {
  if (options.workspace !== undefined && !/^[TE][A-Z0-9]+$/.test(options.workspace))
    throw new UsageError(`"${options.workspace}" is no id of a workspace; Slack's look like T0123456789.`);
  await withEngine(async (opened) => {
    const workspaceId = await workspaceToFill(opened.engine, options.workspace);
    const made = await fill(opened, workspaceId, options);
    const remove = `workspaces delete ${workspaceId}`;
    if (options.json) return printJson({ ...made, remove });
    for (const line of linesOf(made, remove)) opened.say(line);
  });
}

async function fill({ engine }: Opened, workspaceId: string, options: Options): Promise<MadeUp> {
  const isNew = (await engine.models.workspaces.countDocuments({ _id: workspaceId })) === 0;
  let made: MadeUp | undefined;
  const task = {
    title: `A year of a made-up chain in ${workspaceId}`,
    task: async () => {
      made = await makeUpYear(engine, { workspaceId, name: usualName });
    },
  };
  try {
    await new Listr([task], progressOf(options)).run();
  } catch (error) {
    // What is new goes again as a whole; what was there may be somebody's.
    if (isNew) await deleteWorkspace(engine, { workspaceId });
    const left = isNew ? 'Nothing of it was kept' : `Some of it may be in ${workspaceId}`;
    throw new CommandError(
      `The year could not be made. ${left}. Next: \`npm run daybook -- doctor\`, then try again${isNew ? '' : ' with a workspace that is new'}.`,
      { cause: error },
    );
  }
  if (!made) throw new Error('the year was made and is not told');
  return made;
}

function linesOf({ workspace, link, stores, departments, ...made }: MadeUp, remove: string): string[] {
  const { id, name, isNew } = workspace;
  return [
    `Made in ${name} (${id})${isNew ? ', which is new' : ''}:`,
    `  1 link: ${link.name}, ${link.currency}, unlinked already, so that Lightspeed is never asked for it`,
    `  ${stores.length} stores: ${stores.join(', ')}`,
    `  ${departments.length} departments: ${departments.join(', ')}`,
    `  ${made.figures} figures, ${made.from} to ${made.to}, of which ${made.corrections} were corrected by their second night`,
    `See it: npm run daybook -- digest --day ${made.to} --dry-run, or /turnover last week in the Slack of that workspace.`,
    `Remove it: npm run daybook -- ${remove}${isNew ? '' : ' (its settings and its installation go, too)'}`,
  ];
}
