import { Server } from 'node:http';
import type { App, CustomRoute } from '@slack/bolt';
import type { Agenda } from 'agenda';
import type { Connection } from 'mongoose';
import { registerCommands } from '../commands/commands.ts';
import { createAgenda, startJobs } from '../jobs/jobs.ts';
import { howToInstall } from '../views/install/how-to-install.ts';
import { registerInstall } from '../views/install/listeners.ts';
import { consentRoute } from '../views/link/consent-route.ts';
import { keyPageRoutes } from '../views/link/key-page-route.ts';
import { faces, registerViews } from '../views/views.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Engine } from './context.ts';
import type { Aside } from './digest/aside.ts';
import { createEngine } from './engine.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { healthRoutes } from './operations/health.ts';
import { measureStored } from './operations/measure-stored.ts';
import { metricsRoute } from './operations/metrics-route.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createBolt } from './slack/bolt.ts';
import { installedClients, ownClients } from './slack/clients.ts';
import { greet } from './slack/greet.ts';
import { keepLimits } from './slack/keep-limits.ts';
import { createSlackDelivery } from './slack/slack-delivery.ts';
import { webRoutes } from './slack/web-routes.ts';
import { closeServer, onPort, portOf, startWebServer } from './slack/web-server.ts';
import type { SlackCredentials } from './slack-credentials.ts';
import { within } from './within.ts';

export interface DaybookParts {
  config: Config;
  credentials: SlackCredentials;
  connection: Connection;
  logger: Logger;
  metrics: Metrics;
  clock: Clock;
  /** Where crowds of digests are brought out, by the clock of the machine; absent: in this thread. */
  aside?: Aside | undefined;
}

export interface Daybook {
  engine: Engine;
  /** The port that answers over HTTP: Slack, browsers, and who looks whether all is well. */
  port: number | undefined;
  /**
   * Takes no more work, waits a few seconds for what is under way, has the rest give up and let go of its leases, and leaves the
   * database to its owner. Takes eight seconds at most.
   */
  stop(): Promise<void>;
}

/** How long a stop waits, milliseconds: for requests under way, for work, and for work that was told to give up. */
export const stopWaits = { requests: 1_500, patience: 4_500, grace: 2_000 } as const;

/**
 * Starts Daybook in the role asked for. Throws a SettingsError when Slack does not take the token or the port is taken, and a
 * DatabaseError when the stored data is not for this version.
 */
export async function startDaybook(parts: DaybookParts): Promise<Daybook> {
  const { config, credentials, logger, aside } = parts;
  const engine: Engine = { ...(await engineOf(parts)), aside };
  const { unexpected } = await prepareDatabase(engine);
  if (engine.oauth) {
    const redirect = `${config.publicUrl ?? '(PUBLIC_URL is not set)'}/lightspeed/oauth`;
    logger.info({ redirect }, 'this redirect must be the one that is registered with Lightspeed');
  }
  if (unexpected.length > 0) logger.warn({ unexpected }, 'indexes that this version does not use');

  measureStored(engine);
  if (credentials.kind === 'one')
    await greet(engine, { botToken: credentials.botToken, apiUrl: config.slack.apiUrl });
  const isJobless = config.role === 'web' && config.jobsToken === undefined;
  const agenda = isJobless ? undefined : await createAgenda(engine);
  // Before any work is begun: a port that is taken ends the process.
  const doors = await openDoors(parts, { engine, agenda });
  const jobs = config.role === 'web' || !agenda ? undefined : await startJobs(agenda, engine);
  return {
    engine,
    port: doors.port,
    async stop() {
      aside?.stop();
      await Promise.all([doors.close(), within(jobs?.stop() ?? Promise.resolve(), stopWaits.requests)]);
      const isDone = await engine.inFlight.stop(stopWaits);
      if (!isDone) logger.warn('work under way did not end in time: others take it over when its lease ends');
      await engine.charts.close();
    },
  };
}

/** The engine with its ways to Slack. */
export async function engineOf(parts: DaybookParts): Promise<Engine> {
  const { config, credentials, logger, metrics } = parts;
  const slack = { apiUrl: config.slack.apiUrl, logger, metrics };
  const clientsOf =
    credentials.kind === 'one'
      ? ownClients(credentials.botToken, slack)
      : // Asked for only when something is delivered, and by then the engine is there.
        installedClients(() => engine.installations, slack);
  const delivery = keepLimits(createSlackDelivery(clientsOf, logger));
  const engine: Engine = await createEngine({ ...parts, delivery, faces });
  return engine;
}

interface Doors {
  port: number | undefined;
  /** Waits a moment for requests under way. */
  close(): Promise<void>;
}

/** Opens what the role answers: over HTTP on one port, and Slack's socket where there is one. */
async function openDoors(
  { config, credentials, logger }: DaybookParts,
  { engine, agenda }: { engine: Engine; agenda: Agenda | undefined },
): Promise<Doors> {
  const isWorker = config.role === 'worker';
  const routes = await routesOf(engine, { config, agenda, logger, isWorker });
  const overHttp = !isWorker && credentials.transport.kind === 'http';
  const ownServer = overHttp ? undefined : await startWebServer(routes, { port: config.port, logger });
  const app = isWorker ? undefined : await listenToSlack({ config, credentials, logger, routes }, engine);
  const started = await onPort(config.port, async () => app?.start());
  const server = ownServer ?? (started instanceof Server ? started : undefined);
  return {
    port: server && portOf(server),
    async close() {
      if (!overHttp) await app?.stop();
      if (server) await closeServer(server, stopWaits.requests);
    },
  };
}

/** What is answered over HTTP; by a worker only what says how it is doing. */
async function routesOf(
  engine: Engine,
  {
    config,
    agenda,
    logger,
    isWorker,
  }: Pick<DaybookParts, 'config' | 'logger'> & { agenda: Agenda | undefined; isWorker: boolean },
): Promise<CustomRoute[]> {
  const { jobsToken, metricsToken, publicUrl } = config;
  const forOperators = [...healthRoutes(engine), metricsRoute(engine, metricsToken)];
  const forPeople = [
    ...(engine.oauth ? [consentRoute(engine)] : []),
    ...(engine.keyPageAddress === undefined ? [] : keyPageRoutes(engine)),
  ];
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const routes = webRoutes([...forOperators, ...(isWorker ? [] : forPeople)], logger);
  if (jobsToken === undefined || !agenda) return routes;
  // Most have no such page, and its libraries take a while to load.
  const { dashboardRoute } = await import('../jobs/dashboard.ts');
  return [...routes, dashboardRoute(agenda, { token: jobsToken, isSecure, clock: engine.clock, logger })];
}

async function listenToSlack(
  {
    config,
    credentials,
    logger,
    routes,
  }: Pick<DaybookParts, 'config' | 'credentials' | 'logger'> & { routes: CustomRoute[] },
  engine: Engine,
): Promise<App> {
  const app = createBolt({
    credentials,
    apiUrl: config.slack.apiUrl,
    logger,
    metrics: engine.metrics,
    port: config.port,
    install: howToInstall(engine, config),
    routes,
  });
  // First, so that it may stop what comes from where Daybook is not installed.
  registerInstall(app, engine);
  registerCommands(app, engine);
  registerViews(app, engine);
  await app.init();
  return app;
}
