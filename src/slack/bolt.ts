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
  answer: (query: URLSearchParams) => Promise<WebAnswer>;
}

/** What a browser or a health check is answered. */
export interface WebAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Bolt for one workspace, over HTTP or Socket Mode; not started yet. */
export function createBolt({ credentials, apiUrl, logger, port, routes }: BoltOptions): App {
  const boltLogger = slackLogger(logger);
  const clientOptions = interactiveOptions({ apiUrl, logger });
  const app = new App({
    token: credentials.botToken,
    receiver: createReceiver({ credentials, logger, clientOptions, boltLogger, port, routes }),
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

interface WebResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

function createReceiver({
  credentials,
  logger,
  clientOptions,
  boltLogger,
  port,
  routes,
}: Pick<BoltOptions, 'credentials' | 'logger' | 'port' | 'routes'> & {
  clientOptions: ReturnType<typeof interactiveOptions>;
  boltLogger: ReturnType<typeof slackLogger>;
}): Receiver {
  const customRoutes = routes.map(({ path, method, answer }) => ({
    path,
    method,
    handler: (request: { url?: string | undefined }, response: WebResponse) => {
      const send = ({ status, body, headers = {} }: WebAnswer) => {
        response.writeHead(status, headers);
        response.end(body);
      };
      // The address may hold a code: it is not logged.
      const fail = (error: unknown) => {
        logger.error({ err: error, path }, 'a request to the web server failed');
        send({ status: 500, body: 'Something unexpected happened.\n' });
      };
      answer(new URL(request.url ?? '/', 'http://localhost').searchParams)
        .then(send)
        .catch(fail);
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
