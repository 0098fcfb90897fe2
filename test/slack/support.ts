import { createServer, type ServerResponse } from 'node:http';
import type { Logger } from '../../src/logger.ts';
import { backgroundClient, quickClient } from '../../src/slack/clients.ts';
import { createSlackDelivery } from '../../src/slack/slack-delivery.ts';
import { onLoopback } from '../support/on-loopback.ts';
import { silent } from '../support/silent.ts';

export interface Call {
  method: string;
  args: Record<string, string>;
  body: string;
  /** Whether a token came along. */
  hasToken: boolean;
}

/** What the server does with one call. */
export type Reply = (response: ServerResponse, call: Call) => void;

/** The answer of a call that went through, or was refused in Slack's way. */
export const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

export const refusal = (error: string, more: object = {}): Reply => json({ ok: false, error, ...more });

/** No answer at all. */
export const hang: Reply = () => undefined;

/** The connection breaks before an answer. */
export const drop: Reply = (response) => response.destroy();

/** A Web API that answers one reply after the other, the last one for ever; and a delivery that talks to it. */
export async function startApi(replies: readonly Reply[], logger: Logger = silent) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      const method = (request.url ?? '').replace('/api/', '');
      const args = Object.fromEntries(new URLSearchParams(body));
      const hasToken = 'authorization' in request.headers || 'token' in args;
      const call = { method, args, body, hasToken };
      const reply = replies[Math.min(calls.length, replies.length - 1)];
      calls.push(call);
      reply?.(response, call);
    });
  });
  const url = await onLoopback(server);
  const slack = { apiUrl: `${url}/api/`, logger };
  const quick = quickClient('xoxb-test', slack);
  const clients = { patient: quick, quick, isOrgWide: false };
  const pauses: number[] = [];
  const sleep = async (milliseconds: number) => pauses.push(milliseconds);
  return {
    calls,
    /** How long was waited between calls, milliseconds. */
    pauses,
    delivery: createSlackDelivery(async () => clients, logger, { sleep }),
    patientDelivery: createSlackDelivery(
      async () => ({ ...clients, patient: backgroundClient('xoxb-test', slack) }),
      logger,
    ),
  };
}
