import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exchange } from '../../../src/lightspeed/http/exchange.ts';
import { failureOf, startTill, type Till } from './till.ts';

const ask = ({ url }: Till, maxBytes = 1_000_000, signal = new AbortController().signal) =>
  exchange({ url: new URL(url), headers: { accept: 'application/json' }, maxBytes, signal });

/** A till that sends these bytes as they are. */
const tillOf = (bytes: Uint8Array, headers: Record<string, string> = {}) =>
  startTill((_asked, _index, response) => {
    response.writeHead(200, headers).end(bytes);
    return undefined;
  });

const zipped = { 'content-encoding': 'gzip' };

describe('a body', () => {
  test('is read as UTF-8, in whatever pieces it comes', async () => {
    const text = 'Café Zürich, 東京. '.repeat(20_000);

    expect((await ask(await tillOf(Buffer.from(text)))).body).toBe(text);
  });

  test('may be compressed, and that is asked for', async () => {
    const till = await tillOf(gzipSync('{"name":"Café"}'), zipped);

    expect((await ask(till)).body).toBe('{"name":"Café"}');
    expect(till.asked[0]?.headers).toMatchObject({ 'accept-encoding': 'gzip', accept: 'application/json' });
  });

  test.each([
    ['plain', Buffer.alloc(1_001, 'x'), {}],
    ['compressed to a thousandth of it', gzipSync(Buffer.alloc(1_001, 'x')), zipped],
  ])('above the limit is not taken: %s', async (_what, bytes, headers) => {
    expect((await ask(await tillOf(bytes, headers), 1_000)).body).toBeNull();
    expect((await ask(await tillOf(bytes, headers), 1_001)).body).toHaveLength(1_001);
  });

  test('whose compression is cut short is no answer', async () => {
    const till = await tillOf(gzipSync('{"name":"Café"}').subarray(0, 20), zipped);

    expect((await failureOf(ask(till))).message).toContain('unexpected end');
  });

  test('that stops before its length is no answer', async () => {
    const till = await startTill((_asked, _index, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"name":');
      setTimeout(() => response.destroy(), 20);
      return undefined;
    });

    expect((await failureOf(ask(till))).message).toContain('aborted');
  });

  test('that does not end is left when the signal says so', async () => {
    const till = await startTill((_asked, _index, response) => {
      response.writeHead(200).write('{"name":');
      return undefined;
    });

    expect(await failureOf(ask(till, 1_000, AbortSignal.timeout(50)))).toBeInstanceOf(Error);
  });
});

test('the next question goes over the same connection', async () => {
  const ports = new Set<number | undefined>();
  const till = await startTill((_asked, _index, response) => {
    ports.add(response.socket?.remotePort);
    return { body: '{}' };
  });

  for (let count = 0; count < 5; count += 1) await ask(till);

  expect(ports.size).toBe(1);
});
