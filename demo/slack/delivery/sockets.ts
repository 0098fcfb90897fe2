import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { asText, isObject, parseJson } from '../json.ts';
import type { World } from '../world/world.ts';
import type { Ack, Parcel } from './parcel.ts';

/** The Socket Mode side: connections of the app, and envelopes over one of them. */
export type Sockets = {
  /** An address that takes one connection. */
  open(): string;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  send(parcel: Parcel): Promise<Ack>;
  /** Slack's routine: asks every connection to come back. */
  refresh(): void;
  /** Breaks every connection without a word. */
  drop(): void;
  count(): number;
  close(): void;
};

const pingMs = 10_000;
/** How long a connection has to answer the goodbye before it is broken. */
const goodbyeMs = 300;

export function createSockets(world: () => World): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const pings = setInterval(() => {
    for (const socket of server.clients) socket.ping();
  }, pingMs);
  pings.unref();

  server.on('connection', (socket) => {
    socket.on('message', (data) => receive(data.toString(), waiting));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => world().changes.tell());
    socket.send(hello(world(), server.clients.size));
    world().changes.tell();
  });

  return {
    open: () => {
      const ticket = world().ids.make('');
      tickets.add(ticket);
      return `${world().address().replace('http', 'ws')}/link?ticket=${ticket}`;
    },
    accept: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', world().address()).searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    send: (parcel) => sendEnvelope(world(), parcel, [...server.clients], waiting),
    refresh: () => {
      for (const socket of server.clients) {
        socket.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: debugInfo }),
        );
      }
    },
    drop: () => {
      for (const socket of server.clients) socket.terminate();
    },
    count: () => [...server.clients].filter((socket) => socket.readyState === socket.OPEN).length,
    close: () => {
      clearInterval(pings);
      for (const socket of server.clients) socket.close(1001);
      server.close();
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, goodbyeMs).unref();
    },
  };
}

const debugInfo = { host: 'stand-in' };

function hello(world: World, count: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: count,
    connection_info: { app_id: world.state.app.id },
    debug_info: debugInfo,
  });
}

function receive(text: string, waiting: Map<string, (payload: unknown) => void>): void {
  const message = parseJson(text);
  if (!isObject(message)) return;
  waiting.get(asText(message['envelope_id']))?.(message['payload']);
}

function sendEnvelope(
  world: World,
  parcel: Parcel,
  clients: WebSocket[],
  waiting: Map<string, (payload: unknown) => void>,
): Promise<Ack> {
  const open = clients.filter((socket) => socket.readyState === socket.OPEN);
  const socket = open[world.ids.pick(Math.max(open.length, 1))];
  if (!socket)
    return Promise.resolve({ ok: false, error: 'dispatch_failed', detail: 'the app is not connected' });
  const id = world.ids.make('env-');
  return new Promise((resolve) => {
    const settle = (ack: Ack): void => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve(ack);
    };
    const timer = setTimeout(
      () =>
        settle({ ok: false, error: 'operation_timeout', detail: `no ack within ${world.settings.ackMs} ms` }),
      world.settings.ackMs,
    );
    waiting.set(id, (payload) => settle({ ok: true, payload: bare(payload) }));
    socket.send(JSON.stringify(envelope(id, parcel)));
  });
}

function envelope(id: string, { kind, body, retry }: Parcel): Record<string, unknown> {
  return {
    type: kind,
    envelope_id: id,
    payload: body,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' && { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' }),
  };
}

/** Bolt acks with an empty object where it has nothing to say. */
function bare(payload: unknown): unknown {
  if (!isObject(payload)) return payload;
  const names = Object.keys(payload);
  // A plain string comes as {text} over a socket: the same as a command's answer in words.
  return names.length === 0 ? undefined : payload;
}
