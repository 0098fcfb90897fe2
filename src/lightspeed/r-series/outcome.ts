import {
  AccessDeniedError,
  KeyRefusedError,
  LightspeedDownError,
  type LightspeedError,
  UnreadableAnswerError,
} from '../errors.ts';
import { type Reason, retryAfter } from './retry.ts';
import type { Reply } from './send.ts';

/** What one exchange came to. `again`: worth another try, and the error to end with when tries run out. */
export type Outcome =
  | { kind: 'answered'; body: unknown }
  | { kind: 'final'; error: LightspeedError }
  | { kind: 'again'; reason: Reason; askedMs: number | null; error: LightspeedError };

/**
 * Judges an answer by its status alone: R-Series sends JSON errors as text/html and HTML where JSON is due.
 * `name` is method and path; nothing the server wrote goes into a message, it might hold the key.
 */
export function judge(reply: Reply, name: string, now: number): Outcome {
  const { status } = reply;
  if (status === 200) return parse(reply.body, name);
  const cause = new Error(`HTTP status ${status}`);
  if (status === 401) {
    return final(
      new KeyRefusedError(`Lightspeed refused the key: ${name} was answered with 401.`, { cause }),
    );
  }
  if (status === 403) {
    return final(
      new AccessDeniedError(`The key may not read this: ${name} was answered with 403.`, { cause }),
    );
  }
  if (status === 429 || status >= 500) {
    return {
      kind: 'again',
      reason: status === 429 ? 'busy' : 'down',
      askedMs: retryAfter(reply.headers.get('retry-after'), now),
      error: new LightspeedDownError(`Lightspeed is not serving: ${name} was answered with ${status}.`, {
        cause,
      }),
    };
  }
  return final(
    new UnreadableAnswerError(`An answer Daybook does not expect: ${name} was answered with ${status}.`, {
      cause,
    }),
  );
}

/** No answer at all: no connection, a connection that broke, or a time limit that ran out. */
export function lost(cause: unknown, name: string): Outcome {
  const error = new LightspeedDownError(`No answer from Lightspeed to ${name}.`, { cause });
  return { kind: 'again', reason: 'down', askedMs: null, error };
}

function parse(body: string | null, name: string): Outcome {
  if (body === null)
    return final(new UnreadableAnswerError(`The answer to ${name} is larger than any page.`));
  try {
    return { kind: 'answered', body: JSON.parse(body) };
  } catch {
    // The parser's own error quotes the body.
    const cause = new SyntaxError(`${body.length} characters that are not JSON`);
    const error = new UnreadableAnswerError(`The answer to ${name} is not JSON.`, { cause });
    return wasCut(body) ? { kind: 'again', reason: 'down', askedMs: null, error } : final(error);
  }
}

/** Begins like JSON, or not at all: the rest was lost on the way. */
function wasCut(body: string): boolean {
  return /^\s*(?:[{[]|$)/.test(body);
}

function final(error: LightspeedError): Outcome {
  return { kind: 'final', error };
}
