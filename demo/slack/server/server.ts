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
import { download, upload } from './files.ts';
import { authorize } from './oauth.ts';
import { type Worlds, worldOfFile, worldOfResponseUrl, worldOfTeam } from './worlds.ts';

/** Listens on the loopback only; port 0 takes a free one. */
export async function listen(
  worlds: Worlds,
  sockets: Sockets,
  drive: DriverRequests,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const api = createApi(worlds, sockets);
  const server = createServer((request, response) => {
    route(worlds, api, drive, request, response).catch((error: unknown) => {
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
  worlds: Worlds,
  api: Api,
  drive: DriverRequests,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', worlds.first.address());
  const [, room = '', name = ''] = url.pathname.split('/');
  if (room === 'api') return api(request, response, name);
  if (room === 'respond') return respond(worldOfResponseUrl(worlds, name), request, response, name);
  if (room === 'upload') return upload(worldOfFile(worlds, name), request, response, name);
  if (room === 'files') return download(worldOfFile(worlds, name), request, response, name);
  if (room === '__driver') return drive(request, response);
  if (url.pathname === '/oauth/v2/authorize') {
    const { searchParams } = url;
    return authorize(worldOfTeam(worlds, searchParams.get('team')), searchParams, response);
  }
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
