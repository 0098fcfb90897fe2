import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { LogLevel } from '@slack/logger';
import type { SlackCredentials } from '../config.ts';
import type { Logger } from '../logger.ts';
import { interactiveOptions } from './clients.ts';
import { slackLogger } from './slack-logger.ts';

export interface BoltOptions {
  credentials: SlackCredentials;
  apiUrl: string;
  logger: Logger;
  port: number;
  /** Answers health checks; over HTTP beside Slack's own path, in Socket Mode on a port of its own. */
  routes: Route[];
}

export interface Route {
  path: string;
  method: string;
  /** The HTTP status and body to answer with. */
  answer: () => Promise<{ status: number; body: string }>;
}

/** Bolt for one workspace, over HTTP or Socket Mode; not started yet. */
export function createBolt({ credentials, apiUrl, logger, port, routes }: BoltOptions): App {
  const boltLogger = slackLogger(logger);
  const clientOptions = interactiveOptions({ apiUrl, logger });
  const app = new App({
    token: credentials.botToken,
    receiver: createReceiver({ credentials, clientOptions, boltLogger, port, routes }),
    clientOptions,
    logger: boltLogger,
    logLevel: LogLevel.WARN,
    convoStore: false,
    extendedErrorHandler: true,
    deferInitialization: true,
  });
  // The body may hold a typed key: only the error is logged.
  app.error(async ({ error }: { error: Error }) => logger.error({ err: error }, 'a Slack request failed'));
  return app;
}

function createReceiver({
  credentials,
  clientOptions,
  boltLogger,
  port,
  routes,
}: Pick<BoltOptions, 'credentials' | 'port' | 'routes'> & {
  clientOptions: ReturnType<typeof interactiveOptions>;
  boltLogger: ReturnType<typeof slackLogger>;
}): Receiver {
  const customRoutes = routes.map(({ path, method, answer }) => ({
    path,
    method,
    handler: (
      _request: unknown,
      response: { writeHead(status: number): unknown; end(body: string): unknown },
    ) => {
      void answer().then(({ status, body }) => {
        response.writeHead(status);
        response.end(body);
      });
    },
  }));
  const common = { logger: boltLogger, logLevel: LogLevel.WARN, customRoutes };
  if (credentials.transport.kind === 'socket') {
    return new SocketModeReceiver({
      ...common,
      appToken: credentials.transport.appToken,
      installerOptions: { clientOptions, port },
    });
  }
  return new HTTPReceiver({
    ...common,
    signingSecret: credentials.transport.signingSecret,
    endpoints: ['/slack/events'],
    port,
  });
}
