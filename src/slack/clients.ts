import { LogLevel } from '@slack/logger';
import { WebClient } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import { slackLogger } from './slack-logger.ts';

/** For work that nobody waits for: patient, but never the client's own half hour of retries. */
export function backgroundClient(
  token: string,
  { apiUrl, logger }: { apiUrl: string; logger: Logger },
): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: 12_000,
    // A message is never sent again by itself: whether it arrived is asked first.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(logger),
    logLevel: LogLevel.WARN,
  });
}

/** For a look-up on which a person waits. */
export function quickClient(token: string, slack: { apiUrl: string; logger: Logger }): WebClient {
  return new WebClient(token, { ...interactiveOptions(slack), logLevel: LogLevel.WARN });
}

/** For people who wait: a modal must open within three seconds of the click. */
export function interactiveOptions({ apiUrl, logger }: { apiUrl: string; logger: Logger }) {
  return {
    slackApiUrl: apiUrl,
    timeout: 2_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(logger),
  };
}
