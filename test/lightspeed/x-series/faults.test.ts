import { describe, expect, test } from 'vitest';
import { KeyRefusedError, LightspeedSlowError } from '../../../src/lightspeed/errors.ts';
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

// What holds for every series is in connector-contract.ts.

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

describe('the token', () => {
  test('that no header can hold is refused without being sent or shown', async () => {
    const till = await startTillWith(good);
    const { connector } = connect(till, { token: `${TOKEN}\n` });

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(KeyRefusedError);
    expect(textOf(error)).not.toContain(TOKEN);
    expect(till.asked).toEqual([]);
  });

  test('is not in what is told of requests', async () => {
    const till = await startTillWith({ body: searchBody([saleBody()]) });
    const told: unknown[] = [];
    const { connector } = connect(till, { onRequest: (request) => told.push(request) });

    await Array.fromAsync(connector.sales(SEPT_18));

    expect(told).toEqual([{ name: 'GET /api/2.0/search', status: 200, ms: 0, used: null }]);
  });
});
