import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { boundedFetch } from '../../src/slack/bounded-fetch.ts';

/** A server that takes requests and answers none. */
async function silentServer(): Promise<string> {
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

test('an answer that Slack does not take is given up after a while', { timeout: 3_000 }, async () => {
  const fetch = boundedFetch(globalThis.fetch, 50);

  const answering = fetch(await silentServer(), { method: 'POST', body: '{}' });

  await expect(answering).rejects.toThrow(/timeout/);
});

test('who sets an end of their own keeps it', async () => {
  const seen: unknown[] = [];
  const own = AbortSignal.timeout(60_000);
  const fetch = boundedFetch(async (_input, init) => {
    seen.push(init?.signal);
    return new Response();
  });

  await fetch('http://127.0.0.1/', { signal: own });

  expect(seen).toEqual([own]);
});
