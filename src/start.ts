import { startDaybook } from './app.ts';
import { environment, readConfig, SettingsError } from './config.ts';
import { DatabaseError } from './database/errors.ts';
import { openDatabase } from './database/open.ts';
import { createAside } from './digest/aside.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { VaultError } from './security/vault.ts';
import { slackCredentials } from './slack-credentials.ts';
import { within } from './within.ts';

/** How long a stop takes at most, milliseconds, whatever hangs: after ten seconds most hosts kill. */
const stopLimit = 9_500;

async function main(): Promise<void> {
  const env = environment();
  const config = readConfig(env);
  const credentials = slackCredentials(config);
  const logger = createLogger(config.logLevel);
  const database = await openDatabase({ ...config, logger, env });
  const metrics = createMetrics({ ofProcess: true });
  const daybook = await startDaybook({
    config,
    credentials,
    connection: database.connection,
    logger,
    metrics,
    clock: Date.now,
    // A worker answers nobody, so that nobody is kept waiting by it.
    aside: config.role === 'all' ? createAside(config, metrics) : undefined,
  });
  logger.info({ role: config.role, port: daybook.port }, 'Daybook runs');

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= daybook.stop().then(() => database.close());
    // Nothing is lost by an end at any moment: figures are written whole, and leases bring the rest back.
    within(stopping, stopLimit).then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'the stop did not go well');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const told =
    error instanceof SettingsError || error instanceof DatabaseError || error instanceof VaultError;
  process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
}
