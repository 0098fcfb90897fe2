import { engineOf } from '../src/app.ts';
import type { Clock } from '../src/clock.ts';
import { type Config, environment, readConfig, SettingsError } from '../src/config.ts';
import type { Engine } from '../src/context.ts';
import { openDatabase } from '../src/database/open.ts';
import { createEngine } from '../src/engine.ts';
import { createLogger } from '../src/logger.ts';
import { createMetrics } from '../src/metrics.ts';
import { prepareDatabase } from '../src/prepare-database.ts';
import { noDelivery } from '../src/slack/no-delivery.ts';
import { type SlackCredentials, slackCredentials } from '../src/slack-credentials.ts';
import { inTrace } from '../src/trace.ts';
import { faces } from '../views/views.ts';
import { printLine } from './output.ts';

/** What a command works with. */
export interface Opened {
  engine: Engine;
  config: Config;
  /** Null where no Slack is set up: then nothing can be posted. */
  credentials: SlackCredentials | null;
  say(line: string): void;
}

/**
 * Opens the engine for one command, over data that is brought to this version unless `isPrepared` is false, beside a Daybook
 * that may run already, and closes it after. Throws what the command throws, a SettingsError or a DatabaseError.
 */
export async function withEngine(
  work: (opened: Opened) => Promise<void>,
  { clock = Date.now, isPrepared = true }: { clock?: Clock; isPrepared?: boolean } = {},
): Promise<void> {
  const env = environment();
  const config = readConfig(env);
  const logger = createLogger(env['LOG_LEVEL'] ? config.logLevel : 'error', process.stderr);
  const database = await openDatabase({ ...config, logger, env, join: true });
  try {
    const credentials = slackOf(config);
    const { connection } = database;
    const parts = { config, connection, logger, metrics: createMetrics(), clock };
    const engine = credentials
      ? await engineOf({ ...parts, credentials })
      : await createEngine({ ...parts, delivery: noDelivery, faces });
    if (isPrepared) await prepareDatabase(engine);
    await inTrace(() => work({ engine, config, credentials, say: printLine }));
  } finally {
    await database.close();
  }
}

function slackOf(config: Config): SlackCredentials | null {
  try {
    return slackCredentials(config);
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}
