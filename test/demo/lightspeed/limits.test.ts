import { expect, test } from 'vitest';
import type { Lightspeed } from '../../../demo/lightspeed/server.ts';
import { worldOf } from '../../../demo/lightspeed/world.ts';
import { amsterdam, ask, salesPath, start } from './support.ts';

const world = () => worldOf({ shops: [{ ...amsterdam, registers: 3 }] });

const askTimes = async (standIn: Lightspeed, times: number, query: Record<string, string> = {}) => {
  const statuses: number[] = [];
  for (let n = 0; n < times; n += 1) statuses.push((await ask(standIn, salesPath(query))).status);
  return statuses;
};

test('each answer tells account, bucket, burst, drip and cost; a register more widens them', async () => {
  const standIn = await start({ world: world(), now: () => 5_000_000 });

  const response = await ask(standIn, salesPath({ load_relations: '["SaleLines","TaxCategory"]' }));

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-ls-acct-id': '83050',
    'x-ls-oauth-client-id': '51661',
    'x-ls-api-bucket-level': '1.6/110',
    'x-ls-api-burst-level': '1/24',
    'x-ls-api-drip-rate': '2',
    'x-ls-api-request-cost': '1.6',
    'cf-ray': expect.stringContaining('-YUL'),
  });
});

test('the request that overflows is served, the next waits until the level is below the size', async () => {
  let now = 5_000_000;
  const standIn = await start({ world: world(), now: () => now, limits: { bucket: 25, drip: 1 } });

  const statuses = await askTimes(standIn, 3, { count: '1' });
  const refused = await ask(standIn, salesPath());
  now += 5000;
  const tooSoon = await ask(standIn, salesPath());
  now += 1000;
  const inTime = await ask(standIn, salesPath());

  expect(statuses).toEqual([200, 200, 200]);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ls-api-bucket-level')).toBe('30/25');
  expect(refused.headers.get('x-ls-api-ratelimit-type')).toBe('api-leaky-bucket');
  expect(refused.headers.get('retry-after')).toBe('6');
  expect(await refused.json()).toMatchObject({ httpCode: '429' });
  expect(tooSoon.status).toBe(429);
  expect(inTime.status).toBe(200);
});

test('more requests in one second than the burst are refused until the next second', async () => {
  let now = 5_000_000;
  const standIn = await start({ world: world(), now: () => now, limits: { burst: 3 } });

  const statuses = await askTimes(standIn, 3);
  const refused = await ask(standIn, salesPath());
  now += 1000;
  const next = await ask(standIn, salesPath());

  expect(statuses).toEqual([200, 200, 200]);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.headers.get('x-ls-api-ratelimit-type')).toBe('api-burst-limiter');
  expect(await refused.text()).toContain('burst rate limit exceeded');
  expect(next.status).toBe(200);
});
