import { flushCompileCache } from 'node:module';
import { startDaybook } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { runDue } from '../../src/run-due.ts';
import { slackCredentials } from '../../src/slack-credentials.ts';
import { type Answer, readOrder } from './words.ts';

/**
 * Daybook as a process of its own, wired as src/start.ts does it, but for the clock: what time it is, and that it is time to look
 * for what is due, is told by the process that started it. Agenda would say the latter a little later.
 */
let now = 0;
const config = readConfig(process.env);
const logger = createLogger(config.logLevel);
const say = (answer: Answer) => process.send?.(answer);

async function start() {
  const { connection } = await openDatabase({ ...config, logger, env: process.env });
  const daybook = await startDaybook({
    config,
    credentials: slackCredentials(config),
    connection,
    logger,
    metrics: createMetrics(),
    clock: () => now,
  });
  say({ kind: 'started', port: daybook.port });
  return daybook.engine;
}

let engine: ReturnType<typeof start> | undefined;

process.on('message', (message) => {
  const order = readOrder(message);
  now = order.now;
  engine ??= start();
  if (order.kind === 'work') void work(order.id);
});
// Nobody is left to say anything to.
process.on('disconnect', () => process.exit());
// For the next one, which is soon: a process that is killed keeps nothing.
flushCompileCache();
say({ kind: 'loaded' });

async function work(id: number): Promise<void> {
  const running = await engine;
  if (!running) throw new Error('not started');
  await runDue(running);
  await running.inFlight.settled(60_000);
  say({ kind: 'worked', id });
}
