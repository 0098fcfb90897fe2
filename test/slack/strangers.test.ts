import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { openScene } from '../story/support/scene.ts';

/** What anybody in the world may send who finds the address. */
async function sent(port: number | undefined, lines: readonly string[], body = ''): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = createConnection(port ?? 0, '127.0.0.1');
  let answer = '';
  socket.on('data', (part) => {
    answer += String(part);
  });
  // A server that has said no may cut the line while the rest is still coming.
  socket.on('error', () => resolve(answer));
  socket.on('close', () => resolve(answer));
  socket.write([...lines, 'Host: daybook', 'Connection: close', '', body].join('\r\n'));
  return promise;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

async function heard(transport: 'http' | 'socket') {
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => log.push(line) });
  const env = { JOBS_TOKEN: 'jobs-token-of-the-operators', PUBLIC_URL: 'https://daybook.example.com' };
  const scene = await openScene({ transport, logger, env });
  log.length = 0;
  return { port: scene.workspace.daybook.port, log };
}

test.each(['http', 'socket'] as const)(
  'over %s: an address that is none is refused and no news',
  async (transport) => {
    const { port, log } = await heard(transport);

    const answers = [];
    for (const address of [
      '//',
      'http://[::1',
      '/jobs/%E0%A4%A?token=secret',
      '/lightspeed/key/%FF',
      '/nothing',
      '*',
    ])
      answers.push(await sent(port, [`GET ${address} HTTP/1.1`]));

    expect(answers.map(statusOf).filter((status) => !(status >= 400 && status < 500))).toEqual([]);
    expect(answers.join('\n')).not.toMatch(/node_modules|\bat .+:\d+:\d+/);
    expect(log).toEqual([]);
  },
);

test('a giant body is refused before it is read to the end, and Daybook answers on', async () => {
  const { port, log } = await heard('http');
  const giant = 'x'.repeat(6_000_000);
  const head = (path: string) => [
    `POST ${path} HTTP/1.1`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${giant.length}`,
  ];

  const answers = [];
  for (const path of ['/slack/events', '/lightspeed/key', '/jobs/sign-in'])
    answers.push(await sent(port, head(path), giant));
  const after = await sent(port, ['GET /healthz HTTP/1.1']);

  expect(answers.map(statusOf)).toEqual([413, 413, 413]);
  expect(answers.join('\n')).not.toMatch(/node_modules|\bat .+:\d+:\d+/);
  expect(statusOf(after)).toBe(200);
  expect(log.join('').length).toBeLessThan(1_000);
});
