import { parentPort, workerData } from 'node:worker_threads';
import { engineOf, stopWaits } from './app.ts';
import { openDatabase } from './database/open.ts';
import type { AsideSetUp, Counted } from './digest/aside.ts';
import { drainDigests } from './digest/drain-digests.ts';
import { createLogger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { slackCredentials } from './slack-credentials.ts';

/** Runs in a thread of its own, beside the process that answers people: brings out the digests that are due, and ends. */
async function main({ config }: AsideSetUp): Promise<void> {
  const logger = createLogger(config.logLevel);
  const database = await openDatabase({ ...config, logger, env: {}, join: true });
  const { metrics, tell } = metricsThere();
  const engine = await engineOf({
    config,
    credentials: slackCredentials(config),
    connection: database.connection,
    logger,
    metrics,
    clock: Date.now,
  });
  parentPort?.on('message', () => void engine.inFlight.stop(stopWaits));
  try {
    const drained = drainDigests(engine);
    engine.inFlight.track(drained);
    await drained;
  } finally {
    tell();
    await engine.charts.close();
    await database.close();
  }
}

/** What is counted here is told by the metrics of the process, which hears of it now and then: each word costs it time. */
function metricsThere(): { metrics: Metrics; tell: () => void } {
  let counted: Counted[] = [];
  const tell = () => {
    if (counted.length > 0) parentPort?.postMessage(counted);
    counted = [];
  };
  setInterval(tell, 1_000).unref();
  const metrics: Metrics = {
    ...createMetrics(),
    digestPosted: (...told) => void counted.push({ name: 'digestPosted', with: told }),
    slackCalled: (...told) => void counted.push({ name: 'slackCalled', with: told }),
  };
  return { metrics, tell };
}

await main(workerData);
// What listens to the process would keep the thread for ever.
process.exit(0);
