import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ADMIN_PATH, admin } from './api/admin.ts';
import type { Reply } from './api/reply.ts';
import { send } from './api/send.ts';
import type { Fault, Faults } from './faults.ts';

/** A request, whole. */
export type Asked = {
  method: string;
  /** On the public base. */
  address: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

/** One request as it came; never its key. */
export type LoggedRequest = {
  method: string;
  path: string;
  /** Of a parameter given more than once, the last. */
  query: Record<string, string>;
  /** 0 when no answer was sent. */
  status: number;
};

export type HostOptions = {
  /** Any free port when absent. */
  port?: number | undefined;
  /** The request's own host when absent. */
  publicUrl?: string | undefined;
  faults: Faults;
  answer: (asked: Asked, fault: Fault | undefined) => Reply | Promise<Reply>;
  /** Runs once an answer is on its way. */
  afterAnswer: (fault: Fault | undefined) => void;
  answered?: Answered | undefined;
};

/** Is told of each request and what it was answered; '' where no answer was sent. */
export type Answered = (request: LoggedRequest, text: string) => void;

export type Host = {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  url: string;
  port: number;
  requests: LoggedRequest[];
  close(): Promise<void>;
};

/** A server on loopback with the admin door; what it says is up to `answer`. */
export const startHost = async ({ port = 0, publicUrl, faults, ...does }: HostOptions): Promise<Host> => {
  const requests: LoggedRequest[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === ADMIN_PATH) {
      send(response, await admin(faults, request));
      return;
    }
    const { method = 'GET', headers } = request;
    const address = new URL(request.url ?? '/', publicUrl ?? `http://${headers.host ?? '127.0.0.1'}`);
    const fault = faults.take(address.pathname + address.search);
    const reply = await does.answer({ method, address, headers, body: await buffer(request) }, fault);
    const status = send(response, reply, fault);
    const query = Object.fromEntries(address.searchParams);
    const logged = { method, path: address.pathname, query, status };
    requests.push(logged);
    does.answered?.(logged, status === 0 ? '' : reply.text);
    does.afterAnswer(fault);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => fail(response, error));
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
  return { url: `http://127.0.0.1:${bound}`, port: bound, requests, close };
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
