import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { KeyRefusedError, LightspeedDownError, LightspeedSlowError } from '../../../src/lightspeed/errors.ts';
import { createRSeriesConnector } from '../../../src/lightspeed/r-series/connector.ts';
import {
  accountBody,
  expiredTokenBody,
  listBody,
  shopBody,
} from '../../../src/lightspeed/r-series/fixtures.ts';
import { failureOf, startTill, startTillWith, textOf } from '../http/till.ts';
import { connect, KEY } from './till.ts';

describe('a gentle client', () => {
  const gentle = async (level: string) => {
    const till = await startTillWith({ body: accountBody, headers: { 'X-LS-API-Bucket-Level': level } });
    const { connector, slept } = connect(till, { isGentle: true });
    await connector.account();
    await connector.account();
    return slept;
  };

  test('waits once the bucket is half full, until it is less', async () => {
    expect(await gentle('44/90')).toEqual([]);
    expect(await gentle('60/90')).toEqual([16_000]);
  });

  test('asks a bucket of one all the same', async () => {
    expect(await gentle('0/1')).toEqual([]);
  });
});

describe('the bucket', () => {
  test('is left alone while there is room', async () => {
    const till = await startTillWith({ body: accountBody, headers: { 'X-LS-API-Bucket-Level': '89/90' } });
    const { connector, slept } = connect(till);

    await connector.account();
    await connector.account();

    expect(slept).toEqual([]);
  });

  test.each(['X-LS-API-Bucket-Level', 'x-ls-api-bucket-level', 'X-Ls-Api-Bucket-Level'])(
    'drips before a request that would overflow it (%s)',
    async (header) => {
      const headers = { [header]: '89.5/90', 'X-LS-Api-Drip-Rate': '2' };
      const till = await startTillWith({ body: accountBody, headers });
      const { connector, slept } = connect(till);

      await connector.account();
      await connector.account();

      expect(slept).toEqual([250]);
    },
  );

  test('keeps a throttled request waiting beyond Retry-After while it is still full', async () => {
    const headers = { 'X-LS-API-Bucket-Level': '92.57/90', 'Retry-After': '3' };
    const till = await startTillWith({ status: 429, headers }, { body: accountBody });
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([3000, 570]);
  });

  test('is not waited for when its level makes no sense', async () => {
    const till = await startTillWith({ body: accountBody, headers: { 'X-LS-API-Bucket-Level': '7/0' } });
    const { connector, slept } = connect(till);

    await connector.account();
    await connector.account();

    expect(slept).toEqual([]);
  });
});

test('one request is on its way at a time', async () => {
  let open = 0;
  let most = 0;
  const till = await startTill(({ path }, _index, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end(JSON.stringify(path.includes('Shop') ? listBody('Shop', [shopBody()]) : accountBody));
    }, 20);
    return undefined;
  });
  const { connector } = connect(till);

  await Promise.all([connector.account(), connector.stores(), connector.account()]);

  expect(most).toBe(1);
});

test('a failed request does not hold up the next', async () => {
  const till = await startTillWith({ status: 404 }, { body: accountBody });
  const { connector } = connect(till);

  const [first, second] = await Promise.allSettled([connector.account(), connector.account()]);

  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

describe('a total time limit', () => {
  const probe = (url: string, ms: number) =>
    createRSeriesConnector({
      baseUrl: url,
      credentials: { kind: 'key', key: KEY },
      accountId: '123456',
      signal: AbortSignal.timeout(ms),
    });

  test.each([
    ['a server that says nothing', () => undefined],
    ['a server that asks to wait', () => ({ status: 429, headers: { 'retry-after': '30' } })],
    ['a server that fails', () => ({ status: 503, headers: { 'retry-after': '30' } })],
  ])('ends the wait for %s', async (_what, script) => {
    const till = await startTill(script);
    const startedAt = performance.now();

    const error = await failureOf(probe(till.url, 300).account());

    expect(error).toBeInstanceOf(LightspeedSlowError);
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(till.asked).toHaveLength(1);
  });

  test('that has passed lets nothing out', async () => {
    const till = await startTillWith({ body: accountBody });
    const { connector } = connect(till, { signal: AbortSignal.abort() });

    expect(await failureOf(connector.account())).toBeInstanceOf(LightspeedDownError);
    expect(till.asked).toEqual([]);
  });

  test('does not harm what is quicker', async () => {
    const till = await startTillWith({ body: accountBody });
    const connector = probe(till.url, 5000);

    expect((await connector.account()).currency).toBe('CAD');
  });
});

describe('a bearer token', () => {
  const byToken = (good: string) =>
    startTill(({ headers }) =>
      headers.authorization === `Bearer ${good}`
        ? { body: accountBody }
        : { status: 401, body: expiredTokenBody },
    );

  test('that ran out is renewed once, and the request sent again', async () => {
    const till = await byToken('fresh');
    let current = 'stale';
    const token = async (refused?: string) => {
      if (refused === current) current = 'fresh';
      return current;
    };
    const { connector } = connect(till, { credentials: { kind: 'bearer', token } });

    expect((await connector.account()).currency).toBe('CAD');
    expect(till.asked).toHaveLength(2);
  });

  test('that cannot be renewed is a refused key', async () => {
    const till = await byToken('fresh');
    const { connector } = connect(till, { credentials: { kind: 'bearer', token: async () => 'stale' } });

    expect(await failureOf(connector.account())).toBeInstanceOf(KeyRefusedError);
    expect(till.asked).toHaveLength(1);
  });

  test('that is refused again after it was renewed is a refused key', async () => {
    const till = await byToken('none of these');
    let count = 0;
    const token = async () => `token-${count++}`;
    const { connector } = connect(till, { credentials: { kind: 'bearer', token } });

    expect(await failureOf(connector.account())).toBeInstanceOf(KeyRefusedError);
    expect(till.asked).toHaveLength(2);
  });

  test('is asked for before each request', async () => {
    const till = await startTillWith({ body: accountBody });
    let count = 0;
    const token = async () => `token-${++count}`;
    const { connector } = connect(till, { credentials: { kind: 'bearer', token } });

    await connector.account();
    await connector.account();

    expect(till.asked.map((asked) => asked.headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('that no header can hold is refused without being shown', async () => {
    const till = await startTillWith({ body: accountBody });
    const token = async () => `${KEY}\n`;
    const { connector } = connect(till, { credentials: { kind: 'bearer', token } });

    const error = await failureOf(connector.account());

    expect(error).toBeInstanceOf(KeyRefusedError);
    expect(textOf(error)).not.toContain(KEY);
    expect(till.asked).toEqual([]);
  });
});

test('the default sleep really waits', async () => {
  const till = await startTillWith({ status: 503 }, { body: accountBody });
  const connector = createRSeriesConnector({
    baseUrl: till.url,
    credentials: { kind: 'key', key: KEY },
    accountId: '123456',
    random: () => 0,
  });

  const answer = connector.account();
  await delay(100);

  expect(till.asked).toHaveLength(1);
  expect((await answer).currency).toBe('CAD');
});
