import { expect, onTestFinished, test } from 'vitest';
import { startLightspeed } from '../../../demo/lightspeed/server.ts';
import { worldOf } from '../../../demo/lightspeed/world/hand.ts';
import { exchange } from '../../../src/lightspeed/http/exchange.ts';
import { readBucket } from '../../../src/lightspeed/r-series/bucket.ts';
import { createRSeriesConnector } from '../../../src/lightspeed/r-series/connector.ts';

const day = { start: Date.parse('2025-11-11T00:00:00Z'), end: Date.parse('2025-11-12T00:00:00Z') };
const size = 30;

/** A day of 40 pages behind a bucket of 30, and a clock that moves only when somebody waits. */
async function startTill() {
  const sales = Array.from({ length: 4_000 }, (_, index) => ({
    at: new Date(day.start + index * 20_000).toISOString(),
    gross: 100,
    shopID: '1',
  }));
  const shops = [{ shopID: '1', name: 'Amsterdam', timeZone: 'Europe/Amsterdam' }];
  let now = Date.parse('2025-11-13T03:00:00Z');
  const lightspeed = await startLightspeed({
    world: worldOf({ shops, sales }),
    clock: () => now,
    now: () => now,
    limits: { burst: 10_000, bucket: size },
  });
  onTestFinished(() => lightspeed.close());
  const levels: number[] = [];
  const reader = (isGentle: boolean) => {
    const waits: number[] = [];
    const connector = createRSeriesConnector({
      baseUrl: lightspeed.url,
      credentials: { kind: 'key', key: 'key-1' },
      isGentle,
      now: () => now,
      sleep: async (ms) => {
        waits.push(ms);
        now += ms;
      },
      exchange: async (request) => {
        const reply = await exchange(request);
        levels.push(readBucket(reply.headers, now)?.level ?? Number.NaN);
        return reply;
      },
    });
    return { connector, waits };
  };
  return { reader, levels };
}

test('a long gentle reading never fills more than half of the bucket, so a night beside it need not wait', async () => {
  const { reader, levels } = await startTill();
  const gentle = reader(true);
  const night = reader(false);

  const pages = await Array.fromAsync(gentle.connector.sales({ ...day, currency: 'EUR' }));
  const most = Math.max(...levels);
  for (let request = 0; request < 12; request += 1) await night.connector.account();

  expect(pages.flat()).toHaveLength(4_000);
  expect(gentle.waits.length).toBeGreaterThan(20);
  expect(most).toBeLessThanOrEqual(size / 2);
  expect(night.waits).toEqual([]);
});
