import {
  App,
  type CustomRoute,
  ErrorCode,
  HTTPReceiver,
  type Receiver,
  type ReceiverDispatchErrorHandlerArgs,
  SocketModeReceiver,
} from '@slack/bolt';
import { LogLevel } from '@slack/logger';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { SlackCredentials } from '../slack-credentials.ts';
import { interactiveOptions } from './clients.ts';
import { followEvents } from './follow-events.ts';
import { type Install, installerOptions } from './installer.ts';
import { slackLogger } from './slack-logger.ts';

export interface BoltOptions {
  credentials: SlackCredentials;
  apiUrl: string;
  logger: Logger;
  metrics: Metrics;
  port: number;
  /** How workspaces install Daybook; undefined where one workspace's bot token is a setting. */
  install: Install | undefined;
  /** What is answered over HTTP beside Slack's own path; in Socket Mode none of it. */
  routes: CustomRoute[];
}

export interface Route {
  path: string;
  method: string;
  /** `languages`: those the browser asks for, best first, such as `nl-NL,nl;q=0.9`; empty when it does not say. */
  answer: (query: URLSearchParams, languages: string, sent: Sent) => Promise<WebAnswer>;
}

/** What a browser sends along. */
export interface Sent {
  /** Where the page was that sent it (Sec-Fetch-Site), such as `same-origin`; undefined when the browser does not say. */
  from: string | undefined;
  /** The header of that name. */
  authorization: string | undefined;
  /** The fields of a form. Throws a FormTooLargeError. */
  form(): Promise<URLSearchParams>;
}

/** What a browser or a health check is answered. */
export interface WebAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Bolt for one workspace, over HTTP or Socket Mode, or for many, over HTTP; not started yet. */
export function createBolt({
  credentials,
  apiUrl,
  logger,
  metrics,
  port,
  install,
  routes,
}: BoltOptions): App {
  const boltLogger = slackLogger(logger);
  const clientOptions = interactiveOptions({ apiUrl, logger, metrics });
  const app = new App({
    ...(credentials.kind === 'one' ? { token: credentials.botToken } : {}),
    receiver: createReceiver({
      credentials,
      apiUrl,
      logger,
      metrics,
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
  followEvents(app, metrics);
  // The body may hold a typed key: only the error is logged.
  app.error(async ({ error }: { error: Error }) => logger.error({ err: error }, 'a Slack request failed'));
  return app;
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
  const common = { logger: boltLogger, logLevel: LogLevel.WARN };
  if (credentials.transport.kind === 'socket') {
    return new SocketModeReceiver({
      ...common,
      appToken: credentials.transport.appToken,
      installerOptions: { clientOptions },
    });
  }
  return new HTTPReceiver({
    ...common,
    signingSecret: credentials.transport.signingSecret,
    endpoints: ['/slack/events'],
    customRoutes: routes,
    port,
    dispatchErrorHandler: answerStranger,
    ...(install && credentials.kind === 'many'
      ? installerOptions(install, { credentials, apiUrl, logger })
      : {}),
  });
}

/** What was asked for is nowhere, or has an address that is none, which anybody may try: it is no news, and the address may hold a secret. */
async function answerStranger({
  error,
  response,
}: Pick<ReceiverDispatchErrorHandlerArgs, 'error' | 'response'>): Promise<void> {
  const isNowhere = 'code' in error && error.code === ErrorCode.HTTPReceiverDeferredRequestError;
  response.writeHead(isNowhere ? 404 : 400);
  response.end();
}
