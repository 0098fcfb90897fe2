import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sockets } from '../delivery/sockets.ts';
import type { Fault } from '../faults.ts';
import type { JsonObject } from '../json.ts';
import { asText } from '../json.ts';
import { scopesOf } from '../methods/access.ts';
import { callMethod } from '../methods/call.ts';
import type { World } from '../world/world.ts';
import { readArguments, readBody } from './body.ts';
import { type Worlds, worldOfCall } from './worlds.ts';

export type Api = (request: IncomingMessage, response: ServerResponse, method: string) => Promise<void>;

/** Answers the Web API under /api/, with the faults that were ordered. */
export function createApi(worlds: Worlds, sockets: Sockets): Api {
  const lastPosts = new WeakMap<World, Map<string, number>>();

  return async (request, response, method) => {
    const body = (await readBody(request)).toString();
    const args = readArguments(body, request.headers['content-type']);
    const token = bearer(request) ?? (asText(args['token']) || undefined);
    const world = worldOfCall(worlds, token, args);
    const lastPost = lastPosts.get(world) ?? new Map<string, number>();
    lastPosts.set(world, lastPost);
    const log = (answer: unknown, verdict: string): void =>
      world.traffic.add({
        from: 'app',
        name: method,
        transport: 'http',
        request: args,
        response: answer,
        verdict,
      });

    const delay = world.faults.take(['delay'], method);
    if (delay) await sleep(delay.ms ?? 1000);
    const fault = world.faults.take(['rate_limited', 'unavailable', 'hang', 'accept_then_drop'], method);
    if (fault && fault.kind !== 'accept_then_drop') {
      log(undefined, fault.kind);
      refuse(response, fault);
      return;
    }
    if (isTooSoon(world, lastPost, method, args)) {
      log(undefined, 'rate_limited');
      refuse(response, { kind: 'rate_limited', retryAfter: 1 });
      return;
    }
    const answer = callMethod(world, method, token, args, sockets.open);
    if (fault) {
      log(answer, 'accept_then_drop');
      request.socket.destroy();
      return;
    }
    log(answer, answer['ok'] === true ? 'ok' : asText(answer['error']));
    sendJson(response, 200, answer, { 'x-oauth-scopes': scopesOf(world).join(',') });
  };
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Answers a fault; 'hang' is answered by saying nothing. */
function refuse(response: ServerResponse, fault: Fault): void {
  if (fault.kind === 'rate_limited') {
    const headers = { 'retry-after': String(fault.retryAfter ?? 1) };
    sendJson(response, 429, { ok: false, error: 'ratelimited' }, headers);
  }
  if (fault.kind === 'unavailable') sendJson(response, 503, { ok: false, error: 'service_unavailable' });
}

/** One message a second in a channel (docs.slack.dev/apis/web-api/rate-limits), when that is switched on. */
function isTooSoon(world: World, lastPost: Map<string, number>, method: string, args: JsonObject): boolean {
  if (!world.faults.isOneMessageASecond || method !== 'chat.postMessage') return false;
  const channel = asText(args['channel']);
  const now = world.realNow();
  if (now - (lastPost.get(channel) ?? -Infinity) < 1000) return true;
  lastPost.set(channel, now);
  return false;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(value));
}
