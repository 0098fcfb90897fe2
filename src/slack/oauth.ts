import { LogLevel } from '@slack/logger';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { DeliveryError } from './delivery.ts';
import { slackLogger } from './slack-logger.ts';

/** A bot's tokens as Slack gives them when they are renewed. */
export interface RenewedTokens {
  accessToken: string;
  refreshToken: string;
  /** How long the access token lives, milliseconds. */
  livesFor: number;
}

/** What Slack asks of an app by its client id and secret. */
export interface SlackOAuth {
  /**
   * New tokens for a refresh token, which is worth nothing afterwards (https://docs.slack.dev/authentication/using-token-rotation).
   * Throws an InstallationLostError when Slack does not know it, else a DeliveryError.
   */
  renew(refreshToken: string): Promise<RenewedTokens>;
}

/** Slack no longer renews the token of an installation: Daybook has to be installed anew. */
export class InstallationLostError extends Error {
  override readonly name = 'InstallationLostError' as const;
}

/** How long Slack may take, milliseconds: a person may wait for it. */
const patience = 5_000;

/** Slack's codes for a refresh token or an installation that is gone (https://docs.slack.dev/reference/methods/oauth.v2.access). */
const lost = new Set(['invalid_refresh_token', 'invalid_grant', 'account_inactive', 'token_revoked']);

const renewed = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

export function createSlackOAuth({
  clientId,
  clientSecret,
  apiUrl,
  logger,
}: {
  clientId: string;
  clientSecret: string;
  apiUrl: string;
  logger: Logger;
}): SlackOAuth {
  const client = new WebClient(undefined, {
    slackApiUrl: apiUrl,
    timeout: patience,
    // The first try may have used the refresh token up: it is never sent again by itself.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackLogger(logger),
    logLevel: LogLevel.WARN,
  });
  return {
    async renew(refreshToken) {
      try {
        const answer = await client.oauth.v2.access({
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        });
        const { access_token, refresh_token, expires_in } = renewed.parse(answer);
        return { accessToken: access_token, refreshToken: refresh_token, livesFor: expires_in * 1000 };
      } catch (error) {
        throw errorOf(error);
      }
    },
  };
}

/** Without the cause where it could quote a token. */
function errorOf(error: unknown): Error {
  if (!(error instanceof WebAPIPlatformError)) {
    return new DeliveryError(
      'oauth.v2.access',
      'unsure',
      error instanceof z.ZodError ? 'unreadable' : 'no_answer',
    );
  }
  const code = error.data.error;
  if (lost.has(code)) return new InstallationLostError(`Slack does not renew the token: ${code}`);
  return new DeliveryError('oauth.v2.access', 'not-done', code);
}
