import { createHmac } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { parseJson } from '../json.ts';
import type { Ack, Parcel } from './parcel.ts';

type Target = { appUrl: string; signingSecret: string; ackMs: number };

/** Posts one signed payload; commands and interactions as a form, events as JSON. */
export async function sendHttp(parcel: Parcel, target: Target, realNow: () => number): Promise<Ack> {
  const { text, type } = encode(parcel);
  const seconds = String(Math.floor(realNow() / 1000));
  const path = parcel.url === undefined ? '/slack/events' : new URL(parcel.url).pathname;
  try {
    const response = await fetch(new URL(path, target.appUrl), {
      method: 'POST',
      headers: {
        'content-type': type,
        'user-agent': 'Local stand-in, not Slack',
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': sign(target.signingSecret, seconds, text),
        ...retryHeaders(parcel),
      },
      body: text,
      signal: AbortSignal.timeout(target.ackMs),
    });
    const body = await response.text();
    if (response.status !== 200) {
      return { ok: false, error: 'dispatch_failed', detail: `HTTP ${response.status}` };
    }
    return { ok: true, payload: body === '' ? undefined : (parseJson(body) ?? body) };
  } catch (error) {
    return unanswered(error, target.ackMs);
  }
}

/** The v0 signature of a request body (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
function sign(secret: string, seconds: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}

function encode({ kind, body }: Parcel): { text: string; type: string } {
  if (kind === 'events_api') return { text: JSON.stringify(body), type: 'application/json' };
  const form = kind === 'slash_commands' ? strings(body) : { payload: JSON.stringify(body) };
  return { text: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
}

function strings(body: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

function retryHeaders({ retry }: Parcel): Record<string, string> {
  return retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {};
}

function unanswered(error: unknown, ackMs: number): Ack {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { ok: false, error: 'operation_timeout', detail: `no answer within ${ackMs} ms` };
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { ok: false, error: 'dispatch_failed', detail: String(cause) };
}
