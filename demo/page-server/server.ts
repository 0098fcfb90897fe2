import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { isPicture, mediaType } from '../slack/world/files.ts';
import { createEvents, type Events } from './events.ts';
import { exchangesOf } from './exchanges.ts';
import { pageFile } from './files.ts';
import { pageRequest } from './requests.ts';
import type { Theatre } from './theatre.ts';

export interface PageServer {
  url: string;
  close(): Promise<void>;
}

/** Nothing on the page comes from elsewhere, and no other site may frame it. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Serves the page on loopback; port 0 takes a free one. Rejects when the port is taken. */
export async function startPageServer(theatre: Theatre, port: number): Promise<PageServer> {
  const events = createEvents(theatre);
  const server = createServer((request, response) => {
    route(theatre, events, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { ok: false, error: String(error) });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server, events) };
}

async function route(
  theatre: Theatre,
  events: Events,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refused = refusal(request);
  if (refused !== undefined) return sendJson(response, 403, { ok: false, error: refused });
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST')
    return pathname === '/do' ? carryOut(theatre, request, response) : notFound(response);
  if (pathname === '/events') return stream(theatre, events, searchParams.get('as') ?? '', response);
  if (pathname === '/exchanges') return sendJson(response, 200, exchangesOf(theatre.stage()));
  if (pathname.startsWith('/files/')) return sendUpload(theatre, pathname.slice('/files/'.length), response);
  const file = await pageFile(pathname);
  if (!file) return notFound(response);
  response.writeHead(200, { ...headers, 'content-type': file.type });
  response.end(file.text);
}

/** A page of another site must be able neither to drive the workspace nor to read it (DNS rebinding). */
function refusal({
  headers: { host = '', origin, 'content-type': type = '' },
  method = 'GET',
}: IncomingMessage) {
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) return 'by its own address only';
  if (origin !== undefined && origin !== `http://${host}`) return 'own pages only';
  if (method !== 'GET' && method !== 'POST') return 'GET and POST only';
  return method === 'POST' && !type.includes('application/json') ? 'JSON only' : undefined;
}

function stream(theatre: Theatre, events: Events, as: string, response: ServerResponse): void {
  const { people } = theatre.stage().workspace.slack.state;
  if (people[as]) events.stream(as, response);
  else notFound(response);
}

async function carryOut(theatre: Theatre, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const asked = pageRequest.parse(JSON.parse(await text(request)));
    const result = await theatre.carryOut(asked);
    sendJson(response, 200, { ok: true, result: result ?? null });
  } catch (error) {
    // A person's mistake is no failure of the exchange: browsers would put it in red letters into their log.
    sendJson(response, 200, { ok: false, error: inWords(error) });
  }
}

function inWords(error: unknown): string {
  if (error instanceof z.ZodError) return 'That cannot be asked for like this.';
  return error instanceof Error ? error.message : String(error);
}

/** Only pictures are shown in place; anything else is for saving. */
function sendUpload(theatre: Theatre, id: string, response: ServerResponse): void {
  const file = theatre.stage().workspace.slack.state.files[id];
  if (file?.content === undefined) {
    notFound(response);
    return;
  }
  const isShown = isPicture(file);
  response.writeHead(200, {
    ...headers,
    'content-type': isShown ? mediaType(file.name) : 'application/octet-stream',
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(Buffer.from(file.content, 'base64'));
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function notFound(response: ServerResponse): void {
  sendJson(response, 404, { ok: false, error: 'not here' });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page has no port');
  return address.port;
}

async function close(server: Server, events: Events): Promise<void> {
  events.close();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
