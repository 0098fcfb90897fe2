import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADMIN_PATH, admin } from './api/admin.ts';
import { createHandler } from './api/handle.ts';
import type { Limits } from './api/limiter.ts';
import { send } from './api/send.ts';
import { type Fault, Faults } from './faults.ts';
import type { World } from './world/world.ts';

/** One request as it came; never its key. */
type LoggedRequest = {
  method: string;
  path: string;
  query: Record<string, string>;
  /** 0 when no answer was sent. */
  status: number;
};

export type LightspeedOptions = {
  /** One account, or several; a request sees the one its key opens. */
  world: World | readonly World[];
  /** The simulated now in epoch milliseconds: what happens later does not exist yet. */
  clock: () => number;
  /** Any free port when absent. */
  port?: number;
  /** The base of `next`; the request's own host when absent. */
  publicUrl?: string;
  /** Real time in epoch milliseconds, for the bucket, its drip and Retry-After. */
  now?: () => number;
  /** Parts of the limits that shall differ from the documented ones. */
  limits?: Partial<Limits>;
};

export type Lightspeed = {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string;
  port: number;
  faults: Faults;
  requests: LoggedRequest[];
  close(): Promise<void>;
};

/** Stands in for Lightspeed Retail (R-Series, API V3), on loopback only, all in memory. */
export const startLightspeed = async (options: LightspeedOptions): Promise<Lightspeed> => {
  const { clock, port = 0, publicUrl, now = Date.now, limits = {} } = options;
  const worlds: readonly World[] = [options.world].flat();
  const faults = new Faults();
  const requests: LoggedRequest[] = [];
  const handle = createHandler({ worlds, clock, now, limits });

  const afterAnswer = ({ after, saleID }: Fault): void => {
    after?.();
    if (saleID === undefined) return;
    const world = worlds.find((one) => one.sale(saleID) !== undefined);
    world?.voidSale(saleID, clock());
  };

  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = 'GET', headers } = request;
    const address = new URL(request.url ?? '/', publicUrl ?? `http://${headers.host ?? '127.0.0.1'}`);
    const fault = faults.take(address.pathname + address.search);
    const { accept, authorization } = headers;
    const reply = handle({ method, address, accept, authorization }, fault);
    const status = send(response, reply, fault);
    const query = Object.fromEntries(address.searchParams);
    requests.push({ method, path: address.pathname, query, status });
    if (fault?.kind === 'changed-after') afterAnswer(fault);
  };

  const server = createServer((request, response) => {
    if (request.url === ADMIN_PATH) {
      admin(faults, request).then(
        (reply) => send(response, reply),
        (error) => fail(response, error),
      );
      return;
    }
    try {
      serve(request, response);
    } catch (error) {
      fail(response, error);
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = portOf(server.address());

  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${bound}`, port: bound, faults, requests, close };
};

/** A mistake in the stand-in itself: loud, and told apart from every fault by its status. */
const fail = (response: ServerResponse, error: unknown): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(599, { 'Content-Type': 'text/plain' });
  response.end(`The stand-in failed: ${error instanceof Error ? error.stack : String(error)}`);
};

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return address.port;
};
