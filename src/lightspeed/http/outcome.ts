import {
  AccessDeniedError,
  KeyRefusedError,
  LightspeedDownError,
  type LightspeedError,
  UnreadableAnswerError,
} from '../errors.ts';
import type { Reply } from './exchange.ts';
import { type Reason, retryAfter } from './retry.ts';

/** What one exchange came to. `again`: worth another try, and the error to end with when tries run out. */
export type Outcome<Body> = { kind: 'answered'; body: Body } | Failure;

type Failure =
  | { kind: 'final'; error: LightspeedError }
  | { kind: 'again'; reason: Reason; askedMs: number | null; error: LightspeedError };

export interface Question<Body> {
  /** Method and path: what messages may show. */
  name: string;
  /** Reads the text of a body; throws for one that is no JSON. */
  parse: (text: string) => Body;
  /** When the answer came, epoch milliseconds. */
  now: number;
}

/**
 * Judges an answer by its status alone: R-Series sends JSON errors as text/html and HTML where JSON is due.
 * Nothing the server wrote goes into a message, it might hold the key.
 */
export function judge<Body>(reply: Reply, { name, parse, now }: Question<Body>): Outcome<Body> {
  const { status } = reply;
  if (status === 200) return read(reply.body, name, parse);
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
      askedMs: retryAfter(reply.headers['retry-after'], now),
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
export function lost(cause: unknown, name: string): Failure {
  const error = new LightspeedDownError(`No answer from Lightspeed to ${name}.`, { cause });
  return { kind: 'again', reason: 'down', askedMs: null, error };
}

function read<Body>(body: string | null, name: string, parse: (text: string) => Body): Outcome<Body> {
  if (body === null)
    return final(new UnreadableAnswerError(`The answer to ${name} is larger than any page.`));
  try {
    return { kind: 'answered', body: parse(body) };
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

function final(error: LightspeedError): Failure {
  return { kind: 'final', error };
}
