import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import mongoose, { type Connection } from 'mongoose';
import { registerCommands } from '../commands/commands.ts';
import { startJobs } from '../jobs/jobs.ts';
import { howToInstall } from '../views/install/how-to-install.ts';
import { registerInstall } from '../views/install/listeners.ts';
import { consentRoute } from '../views/link/consent-route.ts';
import { faces, registerViews } from '../views/views.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Engine } from './context.ts';
import { ensureIndexes } from './database/indexes.ts';
import { createEngine } from './engine.ts';
import { upgradeLinks } from './lightspeed/upgrade-links.ts';
import type { Logger } from './logger.ts';
import { createBolt } from './slack/bolt.ts';
import { installedClients, ownClients } from './slack/clients.ts';
import { greet } from './slack/greet.ts';
import { createSlackDelivery } from './slack/slack-delivery.ts';
import type { SlackCredentials } from './slack-credentials.ts';

export interface DaybookParts {
  config: Config;
  credentials: SlackCredentials;
  connection: Connection;
  logger: Logger;
  clock: Clock;
}

export interface Daybook {
  engine: Engine;
  /** The port that answers Slack; undefined in Socket Mode and for a worker. */
  port: number | undefined;
  /** Takes no more work, waits a few seconds for what is under way, and leaves the database to its owner. */
  stop(): Promise<void>;
}

/** How long a stop waits for work that is under way, milliseconds: leases bring back what it cannot wait for. */
const patience = 8_000;

/** Starts Daybook in the role asked for. Throws a SettingsError when Slack does not take the token. */
export async function startDaybook({
  config,
  credentials,
  connection,
  logger,
  clock,
}: DaybookParts): Promise<Daybook> {
  const engine = await engineOf({ config, credentials, connection, logger, clock });
  const { unexpected } = await ensureIndexes(connection);
  await upgradeLinks(engine);
  if (engine.oauth) {
    const redirect = `${config.publicUrl ?? '(PUBLIC_URL is not set)'}/lightspeed/oauth`;
    logger.info({ redirect }, 'this redirect must be the one that is registered with Lightspeed');
  }
  if (unexpected.length > 0) logger.warn({ unexpected }, 'indexes that this version does not use');

  const app = config.role === 'worker' ? undefined : openDoors({ config, credentials, logger }, engine);
  if (credentials.kind === 'one')
    await greet(engine, { botToken: credentials.botToken, apiUrl: config.slack.apiUrl });
  const jobs = config.role === 'web' ? undefined : await startJobs(engine);
  await app?.init();
  const server = await app?.start();
  const address = server && 'address' in server ? (server.address() as AddressInfo | null) : null;
  return {
    engine,
    port: address?.port,
    async stop() {
      await app?.stop();
      await jobs?.stop();
      await engine.inFlight.settled(patience);
      await engine.charts.close();
    },
  };
}

/** The engine with its ways to Slack. */
export async function engineOf({
  config,
  credentials,
  connection,
  logger,
  clock,
}: DaybookParts): Promise<Engine> {
  const slack = { apiUrl: config.slack.apiUrl, logger };
  const clientsOf =
    credentials.kind === 'one'
      ? ownClients(credentials.botToken, slack)
      : // Asked for only when something is delivered, and by then the engine is there.
        installedClients(() => engine.installations, slack);
  const delivery = createSlackDelivery(clientsOf, logger);
  const engine: Engine = await createEngine({ config, connection, logger, clock, delivery, faces });
  return engine;
}

function openDoors(
  { config, credentials, logger }: Pick<DaybookParts, 'config' | 'credentials' | 'logger'>,
  engine: Engine,
): App {
  const app = createBolt({
    credentials,
    apiUrl: config.slack.apiUrl,
    logger,
    port: config.port,
    install: howToInstall(engine, config),
    routes: [
      { path: '/healthz', method: 'GET', answer: async () => ({ status: 200, body: 'ok\n' }) },
      { path: '/readyz', method: 'GET', answer: () => readiness(engine.connection) },
      ...(engine.oauth ? [consentRoute(engine)] : []),
    ],
  });
  // First, so that it may stop what comes from where Daybook is not installed.
  registerInstall(app, engine);
  registerCommands(app, engine);
  registerViews(app, engine);
  return app;
}

async function readiness(connection: Connection): Promise<{ status: number; body: string }> {
  try {
    // A connection that was closed has no database to ask, which must not pass for an answer.
    if (!connection.db || connection.readyState !== mongoose.ConnectionStates.connected)
      throw new Error('not connected');
    await connection.db.command({ ping: 1 });
    return { status: 200, body: 'ready\n' };
  } catch {
    return { status: 503, body: 'the database does not answer\n' };
  }
}
