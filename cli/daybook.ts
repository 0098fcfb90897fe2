import { enableCompileCache } from 'node:module';
import { CommanderError } from 'commander';
import { exitCodes } from './errors.ts';
import { createProgram } from './program.ts';

// What was compiled once, and freed of its types, is not again at the next command.
enableCompileCache();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output has seen enough, such as `head`.
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? codeOf(error) : await tell(error);
}

/** Help was asked for, or something was typed wrong; commander has said which. */
function codeOf({ exitCode }: CommanderError): number {
  return exitCode === 0 ? exitCodes.done : exitCodes.usage;
}

async function tell(error: unknown): Promise<number> {
  const { explain } = await import('./explain.ts');
  const { environment } = await import('../src/config.ts');
  const isTraced = ['debug', 'trace'].includes(environment()['LOG_LEVEL'] ?? '');
  const { code, text } = explain(error, { isTraced });
  process.stderr.write(`${text}\n`);
  return code;
}
