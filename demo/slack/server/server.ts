import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { useResponseUrl } from '../delivery/answer.ts';
import type { Sockets } from '../delivery/sockets.ts';
import { parseJson } from '../json.ts';
import type { World } from '../world/world.ts';
import type { Api } from './api.ts';
import { createApi, sendJson } from './api.ts';
import { readBody } from './body.ts';
import type { DriverRequests } from './driver-requests.ts';
import { authorize } from './oauth.ts';

/** Listens on the loopback only; port 0 takes a free one. */
export async function listen(
  world: World,
  sockets: Sockets,
  drive: DriverRequests,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const api = createApi(world, sockets);
  const server = createServer((request, response) => {
    route(world, api, drive, request, response).catch((error: unknown) => {
      if (response.headersSent) request.socket.destroy();
      else sendJson(response, 500, { ok: false, error: 'fatal_error', detail: String(error) });
    });
  });
  server.on('upgrade', sockets.accept);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: portOf(server), close: () => close(server, sockets) };
}

async function route(
  world: World,
  api: Api,
  drive: DriverRequests,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.address());
  const [, room = '', name = ''] = url.pathname.split('/');
  if (room === 'api') return api(request, response, name);
  if (room === 'respond') return respond(world, request, response, name);
  if (room === 'upload') return upload(world, request, response, name);
  if (room === 'files') return download(world, response, name);
  if (room === '__driver') return drive(request, response);
  if (url.pathname === '/oauth/v2/authorize') return authorize(world, url.searchParams, response);
  response.writeHead(url.pathname === '/' ? 200 : 404, { 'content-type': 'text/plain' });
  response.end('Local stand-in, not Slack');
}

async function respond(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const body = parseJson((await readBody(request)).toString());
  const { status, text } = useResponseUrl(world, id, body);
  const verdict = status === 200 ? 'ok' : text;
  world.traffic.add({
    from: 'app',
    name: 'response_url',
    transport: 'http',
    request: body,
    response: text,
    verdict,
  });
  response.writeHead(status, { 'content-type': status === 200 ? 'text/plain' : 'application/json' });
  response.end(text);
}

async function upload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const content = await uploadedBytes(request);
  const file = world.state.files[id];
  if (file) {
    file.content = content.toString('base64');
    file.size = content.length;
  }
  const verdict = file ? 'ok' : 'file_not_found';
  const described = { id, bytes: content.length };
  world.traffic.add({
    from: 'app',
    name: 'upload',
    transport: 'http',
    request: described,
    response: '',
    verdict,
  });
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/plain' });
  response.end(file ? `OK - ${content.length}` : 'no such file');
}

/** Slack takes the bare bytes as well as a form with one file in it, which is what web-api sends. */
async function uploadedBytes(request: IncomingMessage): Promise<Buffer> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const [file] = form.values();
  return typeof file === 'string' || file === undefined ? body : Buffer.from(await file.arrayBuffer());
}

async function download(world: World, response: ServerResponse, id: string): Promise<void> {
  const content = world.state.files[id]?.content;
  response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' });
  response.end(Buffer.from(content ?? '', 'base64'));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
  return address.port;
}

/** Breaks what still hangs, so that a test never waits for it. */
async function close(server: Server, sockets: Sockets): Promise<void> {
  sockets.close();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
