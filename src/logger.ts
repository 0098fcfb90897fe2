import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTrace } from './trace.ts';

export type { Logger } from 'pino';

/** Fields that may hold a secret: they are dropped wherever they are logged. */
const secretFields = [
  'key',
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'authorization',
  'password',
  'secret',
];

/** Slack tokens, and credentials in a URL or a header. */
const secretTexts =
  /\bx(?:ox[a-z]|app)-[\w-]+|(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)|\b(?:Bearer|Basic)\s+[\w.~+/=-]+/g;

/** Hides what looks like a credential in a text that is about to be logged or shown. */
export function scrub(text: string): string {
  return text.replace(secretTexts, '[hidden]');
}

/** Structured logs to the given stream (standard output by default), without secrets, each line with the number of what is going on. */
export function createLogger(level: string, stream?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
    serializers: { err: describe, error: describe },
    mixin: () => {
      const trace = currentTrace();
      return trace === undefined ? {} : { trace };
    },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** An error as plain data: its name, message and causes; never its other properties, which may hold requests. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return scrub(String(error));
  return {
    type: error.name,
    message: scrub(error.message),
    stack: error.stack ? scrub(error.stack) : undefined,
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
