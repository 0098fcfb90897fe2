import { prettifyError, ZodError } from 'zod';
import { SettingsError } from '../src/config.ts';
import { DatabaseError } from '../src/database/errors.ts';
import { LightspeedError } from '../src/lightspeed/errors.ts';
import { scrub } from '../src/logger.ts';
import { VaultError } from '../src/security/vault.ts';
import { DayNotOverError } from '../src/turnover/reimport-days.ts';
import { CommandError, exitCodes, UsageError } from './errors.ts';

/** How a command ended that threw. */
export interface Ending {
  code: number;
  /** What happened, whether anything changed, the next step. */
  text: string;
}

const whole = 'Figures are written whole or not at all: what was not written is as it was.';

/** What a person reads of an error, never a stack unless `isTraced`, and the code the process ends with. */
export function explain(error: unknown, { isTraced = false }: { isTraced?: boolean } = {}): Ending {
  const code = error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  const text = isTraced ? `${words(error)}\n\n${trail(error)}` : words(error);
  return { code, text: scrub(text) };
}

function words(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof UsageError) {
    return `${error.message}\nNothing was done. \`daybook --help\` tells more, and --help after a command.`;
  }
  if (error instanceof ZodError) {
    return `The file is not as it should be:\n${prettifyError(error)}\nNothing was changed. \`daybook tally --help\` shows what it should hold.`;
  }
  if (error instanceof SettingsError) return `${error.message}\nNothing was changed.`;
  if (error instanceof DatabaseError || error instanceof VaultError) {
    return `${error.message}\nNothing is half written. Next: \`npm run daybook -- doctor\` looks at everything and says what to mend.`;
  }
  if (error instanceof DayNotOverError) {
    return `Not every store is that far: ${error.message}. Nothing was changed. Next: end with that day.`;
  }
  if (error instanceof LightspeedError) {
    const next =
      error.blame === 'you-must-act'
        ? 'have a manager type /lightspeed link in Slack and give it a new key'
        : 'try again in a while';
    return `Lightspeed could not be read: ${error.message}\n${whole} Next: ${next}.`;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `Something went wrong that Daybook does not know (${what}).\n${whole} Next: run it again with LOG_LEVEL=debug, which shows where.`;
}

/** Where it happened, and what was behind it. */
function trail(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const here = error.stack ?? error.message;
  return error.cause === undefined ? here : `${here}\nbecause of ${trail(error.cause)}`;
}
