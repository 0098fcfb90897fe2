import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import type { SlackOutcome } from '../../src/metrics.ts';
import { slackFetch } from '../../src/slack/slack-fetch.ts';
import { onLoopback } from '../support/on-loopback.ts';

/** A server at an address, and how many connections were made to it. */
async function serve(answer: RequestListener) {
  const server = createServer((request, response) => {
    // What is left unread keeps its connection busy.
    request.resume();
    request.on('end', () => answer(request, response));
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const url = await onLoopback(server);
  return { url: `${url}/`, connections: () => connections };
}

const post = { method: 'POST', body: '{}' };

function counting() {
  const counted: [string, SlackOutcome][] = [];
  const slackCalled = (name: string, outcome: SlackOutcome) => void counted.push([name, outcome]);
  return { counted, fetch: slackFetch({ slackCalled }) };
}

test('a text, its headers and the answer arrive as they are', async () => {
  const { url } = await serve(async (request, response) => {
    response.writeHead(201, 'Made', { 'x-said': String(request.headers['x-asked']) });
    response.end('€ is three bytes');
  });

  const response = await slackFetch()(url, { ...post, headers: { 'X-Asked': 'why' } });

  expect([response.status, response.statusText, response.headers.get('x-said')]).toEqual([
    201,
    'Made',
    'why',
  ]);
  expect(await response.text()).toBe('€ is three bytes');
});

test('an answer that Slack does not take is given up after a while', { timeout: 3_000 }, async () => {
  const { url } = await serve(() => undefined);

  const answering = slackFetch(undefined, 50)(url, post);

  await expect(answering).rejects.toThrow(/timeout/);
});

test('an answer that breaks off, or never comes to its end, is none', async () => {
  const broken = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  const endless = await serve((_request, response) => void response.write('half'));

  await expect(slackFetch()(broken.url, post)).rejects.toThrow(/aborted/);
  await expect(slackFetch(undefined, 100)(endless.url, post)).rejects.toThrow(/timeout/);
});

test('who sets an end of their own keeps it', async () => {
  const { url } = await serve((_request, response) => void setTimeout(() => response.end('late'), 100));
  const patient = slackFetch(undefined, 10);

  const response = await patient(url, { ...post, signal: AbortSignal.timeout(60_000) });
  const stopped = patient(url, { ...post, signal: AbortSignal.timeout(20) });

  expect(await response.text()).toBe('late');
  await expect(stopped).rejects.toThrow(/timeout/);
  await expect(patient(url, { ...post, signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
});

test('a connection is used again', async () => {
  const { url, connections } = await serve((_request, response) => void response.end('ok'));
  const fetch = slackFetch();

  for (let count = 0; count < 3; count += 1) await (await fetch(url, post)).text();

  expect(connections()).toBe(1);
});

test('a redirect is not followed: a token would go along', async () => {
  const { url } = await serve((request, response) => {
    response.writeHead(request.url === '/' ? 307 : 200, { location: '/elsewhere' });
    response.end();
  });

  await expect(slackFetch()(url, { ...post, redirect: 'error' })).rejects.toThrow(/elsewhere/);
  expect((await slackFetch()(url, post)).status).toBe(307);
});

test('only texts are posted', async () => {
  const { url } = await serve((_request, response) => void response.end('ok'));

  await expect(slackFetch()(url)).rejects.toThrow(TypeError);
  await expect(slackFetch()(url, { method: 'POST', body: new FormData() })).rejects.toThrow(TypeError);
});

test('each call is counted by what became of it', async () => {
  const answers: Record<string, RequestListener> = {
    '/api/chat.update': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false}'),
    '/api/views.open': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
    '/api/users.info': (_request, response) => void response.writeHead(429).end(),
    '/api/auth.test': (_request, response) => void response.writeHead(503).end(),
    // Slack took it, whatever stands between us calls what it said.
    '/api/chat.unfurl': (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(),
    '/commands/T1/2/abc': (_request, response) => void response.end('ok'),
    '/api/chat.delete': (_request, response) => void response.destroy(),
  };
  const { url } = await serve((request, response) => answers[request.url ?? '']?.(request, response));
  const { counted, fetch } = counting();

  const failed: string[] = [];
  for (const path of Object.keys(answers)) {
    await fetch(new URL(path, url), post).catch(() => void failed.push(path));
  }

  expect(failed).toEqual(['/api/chat.delete']);
  expect(counted).toEqual([
    ['chat.update', 'refused'],
    ['views.open', 'ok'],
    ['users.info', 'rate-limited'],
    ['auth.test', 'http-error'],
    ['chat.unfurl', 'ok'],
    ['answer', 'ok'],
    ['chat.delete', 'no-answer'],
  ]);
});
