import { describe, expect, test } from 'vitest';
import {
  AccessDeniedError,
  KeyRefusedError,
  LightspeedDownError,
  LightspeedSlowError,
  UnreadableAnswerError,
} from '../../../src/lightspeed/errors.ts';
import { createXSeriesConnector } from '../../../src/lightspeed/x-series/connector.ts';
import {
  errorBodies,
  retailerBody,
  saleBody,
  searchBody,
} from '../../../src/lightspeed/x-series/fixtures.ts';
import { type Answer, failureOf, startTill, startTillWith, textOf } from '../http/till.ts';
import { connect, SEPT_18, TOKEN } from './till.ts';

const good: Answer = { body: retailerBody() };
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

describe('the status alone decides', () => {
  test.each([
    [401, KeyRefusedError, errorBodies[401]],
    [401, KeyRefusedError, HTML],
    [403, AccessDeniedError, errorBodies[403]],
    [403, AccessDeniedError, errorBodies[401]],
    [404, UnreadableAnswerError, errorBodies[404]],
    [400, UnreadableAnswerError, ''],
    [422, UnreadableAnswerError, errorBodies[401]],
  ])('%i is a %o and is not tried again', async (status, kind, body) => {
    const till = await startTillWith({ status, body });
    const { connector, slept } = connect(till);

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(kind);
    expect(error.message).toContain('GET /api/2.0/retailer');
    expect(till.asked).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  test.each([301, 302, 307, 308])('a redirect (%i) is never followed', async (status) => {
    const elsewhere = await startTillWith(good);
    const till = await startTillWith({ status, headers: { location: `${elsewhere.url}/` } });
    const { connector } = connect(till);

    expect(await failureOf(connector.account())).toBeInstanceOf(UnreadableAnswerError);
    expect(elsewhere.asked).toEqual([]);
  });

  test('HTML with status 200 is refused', async () => {
    const till = await startTillWith({ body: HTML });

    expect(await failureOf(connect(till).connector.account())).toBeInstanceOf(UnreadableAnswerError);
  });
});

describe('429', () => {
  const until = (date: string): Answer => ({
    status: 429,
    body: errorBodies[429],
    headers: { 'Retry-After': new Date(date).toUTCString(), 'X-RateLimit-Remaining': '0' },
  });

  test('waits until the date it names, then goes on', async () => {
    const till = await startTillWith(until('2014-09-19T00:00:42Z'), good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([42_000]);
    expect(till.asked).toHaveLength(2);
  });

  test('waits out a whole window of five minutes, a minute at a time', async () => {
    const till = await startTill((_asked, index) => (index < 5 ? until('2014-09-19T00:05:00Z') : good));
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
  });

  test('reads seconds too', async () => {
    const till = await startTillWith({ status: 429, headers: { 'Retry-After': '3' } }, good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([3_000]);
  });

  test('that does not end is Lightspeed being down, after six tries', async () => {
    const till = await startTillWith(until('2014-09-20T00:00:00Z'));
    const { connector } = connect(till);

    expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
    expect(till.asked).toHaveLength(6);
  });
});

test('a window that is nearly used up is asked more slowly', async () => {
  const headers = { 'X-RateLimit-Limit': '350', 'X-RateLimit-Remaining': '20' };
  const till = await startTillWith({ ...good, headers });
  const { connector, slept } = connect(till);

  await connector.account();
  await connector.account();

  expect(slept).toEqual([858]);
});

test('work that may take its time slows down once half of a window is used', async () => {
  const headers = { 'X-RateLimit-Limit': '350', 'X-RateLimit-Remaining': '170' };
  const till = await startTillWith({ ...good, headers });
  const usual = connect(till);
  const gentle = connect(till, { isGentle: true });

  for (const { connector } of [usual, gentle]) {
    await connector.account();
    await connector.account();
  }

  expect([usual.slept, gentle.slept]).toEqual([[], [858]]);
});

describe('trouble that passes', () => {
  test.each<[string, Answer]>([
    ['an HTML 502', { status: 502, body: HTML }],
    ['a 503', { status: 503 }],
    ['JSON that was cut', { body: JSON.stringify(retailerBody()).slice(0, 60) }],
    ['an empty answer', { body: '' }],
  ])('%s is tried again, with growing waits', async (_what, trouble) => {
    const till = await startTillWith(trouble, trouble, trouble, good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([250, 500, 1000]);
  });

  test('a broken connection that stays is Lightspeed being down', async () => {
    const { connector, slept } = connect({ url: 'http://127.0.0.1:1' });

    expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
    expect(slept).toHaveLength(3);
  });

  test('an answer that does not come in time is tried again', async () => {
    const till = await startTill((_asked, index) => (index === 0 ? undefined : good));
    const { connector } = connect(till, { timeoutMs: 100 });

    await connector.account();

    expect(till.asked).toHaveLength(2);
  });
});

test('a total time limit ends even a long wait', async () => {
  const till = await startTillWith({ status: 429, headers: { 'Retry-After': '30' } });
  const connector = createXSeriesConnector({
    baseUrl: till.url,
    token: TOKEN,
    signal: AbortSignal.timeout(200),
  });
  const startedAt = performance.now();

  const error = await failureOf(connector.account());

  expect(error).toBeInstanceOf(LightspeedSlowError);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});

test('an answer larger than any page is refused', async () => {
  const till = await startTillWith({ body: searchBody([saleBody({ note: 'x'.repeat(2_000) })]) });
  const { connector } = connect(till, { maxBytes: 1_000 });

  expect(await failureOf(Array.fromAsync(connector.sales(SEPT_18)))).toBeInstanceOf(UnreadableAnswerError);
});

describe('the token', () => {
  test('that no header can hold is refused without being sent or shown', async () => {
    const till = await startTillWith(good);
    const { connector } = connect(till, { token: `${TOKEN}\n` });

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(KeyRefusedError);
    expect(textOf(error)).not.toContain(TOKEN);
    expect(till.asked).toEqual([]);
  });

  test('is in no error, whatever the server does with it', async () => {
    const echo = `Bearer ${TOKEN}`;
    const answers: Answer[] = [
      ...[400, 401, 403, 404, 429, 500].map((status) => ({
        status,
        body: { error: echo },
        headers: { 'X-Echo': echo, 'Retry-After': echo, 'X-RateLimit-Remaining': echo },
      })),
      { status: 302, headers: { location: `http://127.0.0.1/?token=${TOKEN}` } },
      { body: echo },
      { body: `{"${echo}` },
      { body: { [TOKEN]: echo } },
      { body: searchBody([saleBody({ id: echo, state: echo })]) },
      { body: searchBody([saleBody({ attributes: echo })]) },
      { body: searchBody([saleBody({ total_price: echo })]) },
      { body: searchBody([saleBody({ sale_date: echo })]) },
    ];

    for (const answer of answers) {
      const till = await startTillWith(answer);
      const error = await failureOf(Array.fromAsync(connect(till).connector.sales(SEPT_18)));

      expect(textOf(error)).not.toContain(TOKEN);
    }
  });

  test('is not in what is told of requests', async () => {
    const till = await startTillWith({ body: searchBody([saleBody()]) });
    const told: unknown[] = [];
    const { connector } = connect(till, { onRequest: (request) => told.push(request) });

    await Array.fromAsync(connector.sales(SEPT_18));

    expect(told).toEqual([{ name: 'GET /api/2.0/search', status: 200, ms: 0 }]);
  });
});
