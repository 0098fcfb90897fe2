import { LogLevel } from '@slack/logger';
import { WebClient } from '@slack/web-api';
import type { Installations } from '../installations/installations.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { VaultError } from '../security/vault.ts';
import { DeliveryError } from './delivery.ts';
import { InstallationLostError } from './oauth.ts';
import { slackFetch } from './slack-fetch.ts';
import { slackLogger } from './slack-logger.ts';

/** The ways to Slack: one with patience, one for when a person waits. */
export interface SlackClients {
  patient: WebClient;
  quick: WebClient;
  /** Whether they speak for a whole organisation. */
  isOrgWide: boolean;
}

/** The ways to Slack of a workspace, for a method. Throws a DeliveryError when there are none now. */
export type ClientsOf = (workspaceId: string, method: string) => Promise<SlackClients>;

interface Slack {
  apiUrl: string;
  logger: Logger;
  /** Where calls are counted; a command that ends at once counts none. */
  metrics?: Metrics | undefined;
}

/** One token for the one workspace there is. */
export function ownClients(token: string, slack: Slack): ClientsOf {
  const clients = clientsFor(token, slack, false);
  return async () => clients;
}

/** For each workspace the token it got when it installed Daybook, as it is renewed. */
export function installedClients(installations: () => Installations | undefined, slack: Slack): ClientsOf {
  const known = new Map<string, { token: string; clients: SlackClients }>();
  return async (workspaceId, method) => {
    const bot = await botOf(installations(), workspaceId, method);
    const before = known.get(workspaceId);
    if (before?.token === bot.accessToken) return before.clients;
    const clients = clientsFor(bot.accessToken, slack, bot.isOrgWide);
    known.set(workspaceId, { token: bot.accessToken, clients });
    return clients;
  };
}

async function botOf(installations: Installations | undefined, workspaceId: string, method: string) {
  const failure = (code: string, options?: ErrorOptions) =>
    new DeliveryError(method, 'not-done', code, options);
  try {
    const bot = await installations?.botOf(workspaceId);
    if (bot) return bot;
  } catch (error) {
    if (error instanceof InstallationLostError) throw failure('token_expired', { cause: error });
    if (error instanceof VaultError) throw failure('token_unreadable', { cause: error });
    throw error;
  }
  throw failure('not_installed');
}

function clientsFor(token: string, slack: Slack, isOrgWide: boolean): SlackClients {
  return { patient: backgroundClient(token, slack), quick: quickClient(token, slack), isOrgWide };
}

/** For work that nobody waits for: patient, but never the client's own half hour of retries. */
export function backgroundClient(token: string, { apiUrl, logger, metrics }: Slack): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: 12_000,
    // A message is never sent again by itself: whether it arrived is asked first.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(logger),
    logLevel: LogLevel.WARN,
    fetch: slackFetch(metrics),
  });
}

/** For a look-up on which a person waits. */
export function quickClient(token: string, slack: Slack): WebClient {
  return new WebClient(token, { ...interactiveOptions(slack), logLevel: LogLevel.WARN });
}

/** For people who wait: a modal must open within three seconds of the click. */
export function interactiveOptions({ apiUrl, logger, metrics }: Slack) {
  return {
    slackApiUrl: apiUrl,
    timeout: 2_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(logger),
    fetch: slackFetch(metrics),
  };
}
