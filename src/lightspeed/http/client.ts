import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { UnreadableAnswerError } from '../errors.ts';
import type { Authorizer } from './authorizer.ts';
import { type Exchange, exchange } from './exchange.ts';
import type { Pacer } from './pacer.ts';
import { PersistentGet, type RequestRecord, type Target } from './persistent-get.ts';

export interface ClientSettings {
  /** Scheme and host, perhaps a path: the API's own paths come under it. */
  baseUrl: string;
  exchange?: Exchange;
  /** Waits; may give up early when the signal is aborted. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** For each request on its own, its body included; 30 s when absent. */
  timeoutMs?: number;
  /** Ends everything, waiting and retries included, with a LightspeedDownError: a total deadline, or a shutdown. */
  signal?: AbortSignal;
  /** Leaves about half of what the account allows to others: for work that may take its time. */
  isGentle?: boolean;
  /** The largest answer that is read, in bytes; 16 MiB when absent. */
  maxBytes?: number;
  /** Told of every request once it is answered or lost, retries included. */
  onRequest?: (request: RequestRecord) => void;
  /** From 0 (included) to 1 (excluded). */
  random?: () => number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** What is a series' own. */
export interface Dialect {
  /** Where its resources are, under the base URL: begins and ends with a slash. */
  root: string;
  authorizer: Authorizer;
  pacer: Pacer;
  /** Reads the text of a body; throws for one that is no JSON. */
  parse: (text: string) => unknown;
}

export type Quick<Parsed> = (text: string) => Parsed | undefined;

export interface HttpClient {
  /** A resource under the root. */
  target(path: string, query?: URLSearchParams): Target;
  /**
   * The parsed answer to a GET; one at a time, retried where that helps. `quick` reads the usual answer from its text and
   * gives undefined for any other, which is for JSON and the schema. Throws a LightspeedError.
   */
  get<Parsed>(target: Target, schema: z.ZodType<Parsed>, quick?: Quick<Parsed>): Promise<Parsed>;
}

/**
 * An HTTP client that asks gently: one request at a time, at the pace the series allows.
 * Throws a TypeError for a base URL that is none or holds credentials.
 */
export function createHttpClient(settings: ClientSettings, dialect: Dialect): HttpClient {
  const root = rootOf(settings.baseUrl) + dialect.root;
  const line = new PersistentGet({
    exchange: settings.exchange ?? exchange,
    sleep: settings.sleep ?? ((ms, signal) => delay(ms, undefined, signal ? { signal } : {})),
    timeoutMs: settings.timeoutMs ?? 30_000,
    maxBytes: settings.maxBytes ?? 16 * 1024 * 1024,
    signal: settings.signal,
    authorizer: dialect.authorizer,
    pacer: dialect.pacer,
    onRequest: settings.onRequest ?? (() => undefined),
    random: settings.random ?? Math.random,
    now: settings.now ?? Date.now,
  });
  let turn: Promise<unknown> = Promise.resolve();

  return {
    target: (path, query) => {
      const url = new URL(root + path);
      url.search = query?.toString() ?? '';
      return { url, name: `GET ${url.pathname}` };
    },
    get: <Parsed>(target: Target, schema: z.ZodType<Parsed>, quick?: Quick<Parsed>) => {
      const parse = (text: string): { read: Parsed } | { body: unknown } => {
        const read = quick?.(text);
        return read === undefined ? { body: dialect.parse(text) } : { read };
      };
      const answer = turn.then(async () => {
        const found = await line.ask(target, parse);
        return 'read' in found ? found.read : parsed(found.body, schema, target.name);
      });
      // The next in turn starts whether or not this one failed; its caller gets the failure.
      turn = answer.catch(() => undefined);
      return answer;
    },
  };
}

function rootOf(baseUrl: string): string {
  const url = URL.parse(baseUrl);
  if (url?.username !== '' || url.password !== '') {
    throw new TypeError('The base URL of Lightspeed must be a full URL without a user name or password.');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function parsed<Parsed>(body: unknown, schema: z.ZodType<Parsed>, name: string): Parsed {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new UnreadableAnswerError(`The answer to ${name} is not what it should be.`, { cause: result.error });
}
