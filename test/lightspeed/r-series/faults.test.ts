import { describe, expect, test } from 'vitest';
import { accountBody, listBody, saleBody } from '../../../src/lightspeed/r-series/fixtures.ts';
import { type Answer, startTill, startTillWith } from '../http/till.ts';
import { connect, JUNE_6 } from './till.ts';

const good: Answer = { body: accountBody };

// What holds for every series is in connector-contract.ts.

test('JSON sent as text/html is read', async () => {
  const till = await startTillWith({ ...good, headers: { 'content-type': 'text/html; charset=UTF-8' } });
  const { connector } = connect(till);

  expect((await connector.account()).currency).toBe('CAD');
});

describe('429', () => {
  test('waits until the date of Retry-After', async () => {
    const date = new Date('2021-06-07T00:00:09Z').toUTCString();
    const till = await startTillWith({ status: 429, headers: { 'retry-after': date } }, good);
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([9000]);
  });

  test('waits two seconds where nothing is said, and a minute at most', async () => {
    const till = await startTillWith(
      { status: 429 },
      { status: 429, headers: { 'retry-after': '86400' } },
      good,
    );
    const { connector, slept } = connect(till);

    await connector.account();

    expect(slept).toEqual([2000, 60_000]);
  });
});

test('requests are told with their path only, those without an answer too', async () => {
  const till = await startTill((_asked, index, response) => {
    if (index > 0) return { body: listBody('Sale', [saleBody()]) };
    response.socket?.destroy();
    return undefined;
  });
  const told: unknown[] = [];
  const { connector } = connect(till, { onRequest: (request) => told.push(request) });

  await Array.fromAsync(connector.sales(JUNE_6));

  const name = 'GET /API/V3/Account/123456/Sale.json';
  expect(told).toEqual([
    { name, status: null, ms: 0, used: null },
    { name, status: 200, ms: 0, used: null },
  ]);
});
