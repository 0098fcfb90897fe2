import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { LogLevel } from '@slack/logger';
import type { Logger } from '../logger.ts';
import type { SlackCredentials } from '../slack-credentials.ts';
import { interactiveOptions } from './clients.ts';
import { type Install, installerOptions } from './installer.ts';
import { slackLogger } from './slack-logger.ts';

export interface BoltOptions {
  credentials: SlackCredentials;
  apiUrl: string;
  logger: Logger;
  port: number;
  /** How workspaces install Daybook; undefined where one workspace's bot token is a setting. */
  install: Install | undefined;
  /** Answers health checks; over HTTP beside Slack's own path, in Socket Mode on a port of its own. */
  routes: Route[];
}

export interface Route {
  path: string;
  method: string;
  /** `languages`: those the browser asks for, best first, such as `nl-NL,nl;q=0.9`; empty when it does not say. */
  answer: (query: URLSearchParams, languages: string) => Promise<WebAnswer>;
}

/** What a browser or a health check is answered. */
export interface WebAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Bolt for one workspace, over HTTP or Socket Mode, or for many, over HTTP; not started yet. */
export function createBolt({ credentials, apiUrl, logger, port, install, routes }: BoltOptions): App {
  const boltLogger = slackLogger(logger);
  const clientOptions = interactiveOptions({ apiUrl, logger });
  const app = new App({
    ...(credentials.kind === 'one' ? { token: credentials.botToken } : {}),
    receiver: createReceiver({
      credentials,
      apiUrl,
      logger,
      clientOptions,
      boltLogger,
      port,
      install,
      routes,
    }),
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

interface WebRequest {
  url?: string | undefined;
  headers: { 'accept-language'?: string | undefined };
}

interface WebResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

function createReceiver({
  credentials,
  apiUrl,
  logger,
  clientOptions,
  boltLogger,
  port,
  install,
  routes,
}: BoltOptions & {
  clientOptions: ReturnType<typeof interactiveOptions>;
  boltLogger: ReturnType<typeof slackLogger>;
}): Receiver {
  const customRoutes = routes.map(({ path, method, answer }) => ({
    path,
    method,
    handler: (request: WebRequest, response: WebResponse) => {
      const send = ({ status, body, headers = {} }: WebAnswer) => {
        response.writeHead(status, headers);
        response.end(body);
      };
      // The address may hold a code: it is not logged.
      const fail = (error: unknown) => {
        logger.error({ err: error, path }, 'a request to the web server failed');
        send({ status: 500, body: 'Something unexpected happened.\n' });
      };
      const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
      answer(searchParams, request.headers['accept-language'] ?? '')
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
    ...(install && credentials.kind === 'many'
      ? installerOptions(install, { credentials, apiUrl, logger })
      : {}),
  });
}
