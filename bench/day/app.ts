import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDaybook } from '../../src/app.ts';
import { environment, readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { runDue } from '../../src/run-due.ts';
import { slackCredentials } from '../../src/slack-credentials.ts';
import { type Answer, type Order, readOrder } from './words.ts';

/**
 * Daybook as src/start.ts wires it, but for the clock: what time it is, and that it is time to look for what is due, is told by the
 * process that started it. Runs with --expose-gc.
 */
let now = 0;
const env = environment();
const config = readConfig(env);
const logger = createLogger(config.logLevel);

async function start() {
  const { connection } = await openDatabase({ ...config, logger, env });
  return startDaybook({
    config,
    credentials: slackCredentials(config),
    connection,
    logger,
    metrics: createMetrics({ ofProcess: true }),
    clock: () => now,
  });
}

let daybook: ReturnType<typeof start> | undefined;

async function done({ id, kind }: Order): Promise<Answer> {
  daybook ??= start();
  const { engine, port } = await daybook;
  if (kind === 'start') return { id, ...(port === undefined ? {} : { port }) };
  if (kind === 'work') await runDue(engine);
  await engine.inFlight.settled(60_000);
  if (kind === 'heap') return { id, ...(await measured()) };
  if (kind === 'held') return { id, held: heldNow(engine.inFlight.giveUp) };
  return { id };
}

/** Collected more than once: what a first run lets go of may hold something else. */
async function measured() {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await sleep(20);
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, memory: rss };
}

function heldNow(giveUp: AbortSignal) {
  const byKind = Map.groupBy(process.getActiveResourcesInfo(), (kind) => kind);
  const ofProcess = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const listeners = ofProcess + getEventListeners(giveUp, 'abort').length;
  return { resources: Object.fromEntries([...byKind].map(([kind, all]) => [kind, all.length])), listeners };
}

process.on('message', (message) => {
  const order = readOrder(message);
  now = order.now;
  done(order).then(
    (answer) => process.send?.(answer),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
