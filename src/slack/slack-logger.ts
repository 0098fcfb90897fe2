import { LogLevel, type Logger as SlackLogger } from '@slack/logger';
import { type Logger, scrub } from '../logger.ts';

/**
 * Slack's libraries log through ours, from warnings up and texts only: their debug lines hold whole payloads, a typed
 * API key among them (socket-mode 3.1.0 prints every envelope).
 */
export function slackLogger(logger: Logger): SlackLogger {
  const text = (parts: unknown[]) =>
    scrub(
      parts
        .filter((part) => typeof part === 'string' || part instanceof Error)
        .map(String)
        .join(' '),
    );
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => logger.warn({ said: text(parts) }, 'from the Slack library'),
    error: (...parts) => logger.error({ said: text(parts) }, 'from the Slack library'),
    getLevel: () => LogLevel.WARN,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}
