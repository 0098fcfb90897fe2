import { describe, expect, test } from 'vitest';
import type { Sale } from '../../src/lightspeed/connector.ts';
import { createVoidWatch } from '../../src/turnover/voided-since.ts';

const written = Date.parse('2025-11-13T03:01:30.500Z');

const voided = (version: string, gross: number): Sale => ({
  id: `${version} ${gross}`,
  storeId: '1',
  completedAt: Date.parse('2025-11-12T12:00:00Z'),
  gross,
  tax: 0,
  standing: 'voided',
  version,
});

const amounts = (gross: number, sales: number) => ({ gross, net: gross, tax: 0, sales });

/** What the watch says of sales voided at these times, where the figure went from one amount to another. */
function found(sales: readonly Sale[], kept: [number, number], now: [number, number]) {
  const watch = createVoidWatch(written);
  for (const sale of sales) watch.see(sale);
  return watch.voided(amounts(...kept), amounts(...now));
}

const nothing = { sales: 0, gross: 0, tax: 0 };

describe('a sale voided', () => {
  test('long after the figure was written took its amount away', () => {
    const sales = [voided('2025-11-13T10:00:00+00:00', 300)];

    expect(found(sales, [1_000, 3], [700, 2])).toEqual({ sales: 1, gross: -300, tax: 0 });
  });

  test('long before was never in the figure', () => {
    expect(found([voided('2025-11-12T18:00:00+00:00', 300)], [1_000, 3], [1_000, 3])).toEqual(nothing);
  });

  test.each([
    ['in the same second', '2025-11-13T03:01:30+00:00'],
    ['while the day was being read', '2025-11-13T03:00:10+00:00'],
    ['by a clock that is ahead', '2025-11-13T03:01:50+00:00'],
    ['at a time that is not known', '413'],
  ])('%s counts when the difference says that it was in the figure, else not', (_when, version) => {
    const sales = [voided(version, 300)];

    expect(found(sales, [1_000, 3], [700, 2])).toEqual({ sales: 1, gross: -300, tax: 0 });
    expect(found(sales, [1_000, 3], [1_000, 3])).toEqual(nothing);
  });

  test('about the same time as others counts alone when it alone makes the difference', () => {
    const sales = [100, 300, 500].map((gross) => voided('2025-11-13T03:01:30+00:00', gross));

    expect(found(sales, [2_000, 8], [1_700, 7])).toEqual({ sales: 1, gross: -300, tax: 0 });
  });

  test('goes by its time where something else changed too', () => {
    const before = voided('2025-11-13T03:01:30+00:00', 300);
    const after = voided('2025-11-13T03:01:45+00:00', 200);

    expect(found([before, after], [1_000, 3], [950, 3])).toEqual({ sales: 1, gross: -200, tax: 0 });
  });
});
