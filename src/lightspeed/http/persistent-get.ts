import { LightspeedDownError, type LightspeedError, LightspeedSlowError } from '../errors.ts';
import type { Authorizer } from './authorizer.ts';
import { judge, lost, type Outcome } from './outcome.ts';
import type { Pacer } from './pacer.ts';
import { TRIES, waitBeforeRetry } from './retry.ts';
import { type SendSettings, send } from './send.ts';

export interface Target {
  url: URL;
  /** Method and path: what errors and records may show. */
  name: string;
}

export interface RequestRecord {
  /** Method and path, without the query. */
  name: string;
  /** Null when no answer came. */
  status: number | null;
  ms: number;
  /** How much of what the account allows was used after it, from 0 to 1; null when no answer told. */
  used: number | null;
}

export interface PersistentSettings extends SendSettings {
  authorizer: Authorizer;
  pacer: Pacer;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  onRequest: (request: RequestRecord) => void;
  random: () => number;
  now: () => number;
}

/** A GET that keeps to the pace allowed and tries again where that helps; throws a LightspeedError. */
export class PersistentGet {
  readonly #settings: PersistentSettings;

  constructor(settings: PersistentSettings) {
    this.#settings = settings;
  }

  /** What `parse` reads in the text of a 200; it throws for one that is no JSON. */
  async ask<Body>(target: Target, parse: (text: string) => Body): Promise<Body> {
    const failures = { busy: 0, down: 0 };
    let renewed = false;
    for (;;) {
      await this.#sleep(this.#settings.pacer.wait(this.#settings.now()), target.name);
      const outcome = await this.#attempt(target, parse);
      if (outcome.kind === 'answered') return outcome.body;
      if (outcome.kind === 'again') {
        const count = ++failures[outcome.reason];
        if (count >= TRIES[outcome.reason]) throw outcome.error;
        await this.#sleep(
          waitBeforeRetry(outcome.reason, count, outcome.askedMs, this.#settings.random),
          target.name,
        );
      } else {
        // A refused token may only be stale, so a fresh one is tried, once; a refused key has no second try.
        if (outcome.error.name !== 'KeyRefusedError' || renewed) throw outcome.error;
        renewed = await this.#settings.authorizer.renew();
        if (!renewed) throw outcome.error;
      }
    }
  }

  async #attempt<Body>(target: Target, parse: (text: string) => Body): Promise<Outcome<Body>> {
    const { authorizer, pacer, now, onRequest } = this.#settings;
    const authorization = await authorizer.header();
    const startedAt = now();
    let status: number | null = null;
    let outcome: Outcome<Body>;
    try {
      const reply = await send(target.url, authorization, this.#settings);
      status = reply.status;
      pacer.heard(reply.headers, now());
      outcome = judge(reply, { name: target.name, parse, now: now() });
    } catch (cause) {
      outcome = lost(cause, target.name);
    }
    onRequest({ name: target.name, status, ms: now() - startedAt, used: pacer.used() });
    return outcome;
  }

  async #sleep(ms: number, name: string): Promise<void> {
    const { sleep, signal } = this.#settings;
    try {
      if (ms > 0 && !signal?.aborted) await sleep(ms, signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
    if (signal?.aborted) throw givenUp(name, signal.reason);
  }
}

/** Time that ran out is a person's; any other end of it is ours. */
function givenUp(name: string, reason: unknown): LightspeedError {
  const isTime = reason instanceof DOMException && reason.name === 'TimeoutError';
  const Kind = isTime ? LightspeedSlowError : LightspeedDownError;
  return new Kind(`Gave up on ${name} before an answer came.`, { cause: reason });
}
