import type { ServerResponse } from 'node:http';
import { snapshotFor } from './snapshot.ts';
import type { Theatre } from './theatre.ts';

/** So many changes in a row become one message. */
const gatherMs = 25;

export interface Events {
  /** Tells a page of every change, as one person sees it, until it goes away. */
  stream(personId: string, response: ServerResponse): void;
  close(): void;
}

/** The stream of what the page shows (server-sent events). */
export function createEvents(theatre: Theatre): Events {
  const open = new Map<ServerResponse, { personId: string; last: string }>();
  let timer: NodeJS.Timeout | undefined;

  const send = (response: ServerResponse): void => {
    const viewer = open.get(response);
    if (!viewer) return;
    const data = JSON.stringify(snapshotFor(theatre.stage(), viewer.personId, theatre.busy()));
    if (data === viewer.last) return;
    viewer.last = data;
    response.write(`data: ${data}\n\n`);
  };
  const stopListening = theatre.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const response of open.keys()) send(response);
    }, gatherMs);
  });

  return {
    stream(personId, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.set(response, { personId, last: '' });
      response.on('close', () => open.delete(response));
      send(response);
    },
    close() {
      stopListening();
      clearTimeout(timer);
      for (const response of open.keys()) response.end();
    },
  };
}
