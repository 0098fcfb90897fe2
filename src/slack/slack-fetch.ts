import { z } from 'zod';
import type { Metrics, SlackOutcome } from '../metrics.ts';
import { sendText, type TextReply } from './send-text.ts';

type Fetch = typeof globalThis.fetch;

/** A method of Slack's, such as `chat.postMessage`, as the last part of an address; other addresses are for answers to people. */
const method = /^[a-z]+(?:\.[a-zA-Z]+)+$/;

/** How long what has no end of its own may take, milliseconds: Bolt's `respond`, and whoever waits behind it would hear nothing. */
const usualPatience = 5_000;

/**
 * A fetch for what Slack's libraries send, which is text to post, and nothing else; every call is counted by what became of
 * it. Throws a TypeError for anything else and where it is redirected against the asker's will, and what the connection
 * failed with.
 */
export function slackFetch(metrics?: Pick<Metrics, 'slackCalled'>, patience = usualPatience): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const last = url.pathname.split('/').at(-1) ?? '';
    const name = method.test(last) ? last : 'answer';
    const begun = performance.now();
    const count = (outcome: SlackOutcome) => metrics?.slackCalled(name, outcome, performance.now() - begun);
    let reply: TextReply;
    try {
      reply = await posted(url, init, patience);
    } catch (error) {
      count('no-answer');
      throw error;
    }
    if (metrics) count(outcomeOf(reply));
    return responseOf(reply);
  };
}

async function posted(
  url: URL,
  { method: verb, headers, body, signal, redirect }: RequestInit,
  patience: number,
): Promise<TextReply> {
  if (verb !== 'POST' || typeof body !== 'string') throw new TypeError('only texts are posted this way');
  const text = { url, headers: Object.fromEntries(new Headers(headers)), body };
  const reply = signal ? await sendText({ ...text, signal }) : await sentWithin(text, patience);
  const isRedirect = reply.status >= 300 && reply.status < 400;
  if (isRedirect && redirect === 'error') throw new TypeError('an answer of Slack that is elsewhere');
  return reply;
}

async function sentWithin(
  text: Omit<Parameters<typeof sendText>[0], 'signal'>,
  patience: number,
): Promise<TextReply> {
  const stop = new AbortController();
  const expire = () => stop.abort(new DOMException('no answer within the timeout', 'TimeoutError'));
  // Not AbortSignal.timeout: it would hold on to each answer for all of that time, hundreds of them where many ask.
  const timer = setTimeout(expire, patience);
  try {
    return await sendText({ ...text, signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Slack says with status 200 that it refuses, too: the body has the word. */
function outcomeOf({ status, headers, text }: TextReply): SlackOutcome {
  if (status === 429) return 'rate-limited';
  if (status !== 200) return 'http-error';
  if (!headers['content-type']?.includes('json')) return 'ok';
  return isRefusal(text) ? 'refused' : 'ok';
}

const refusal = z.object({ ok: z.literal(false) });

function isRefusal(text: string): boolean {
  try {
    return refusal.safeParse(JSON.parse(text)).success;
  } catch {
    // What is no JSON is nobody's word: who asked finds that out, and says so.
    return false;
  }
}

function responseOf({ status, statusText, headers, text }: TextReply): Response {
  const kept = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  // A status that allows no body takes null only.
  return new Response(text === '' ? null : text, { status, statusText, headers: kept });
}
