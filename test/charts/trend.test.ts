import { compile } from 'vega-lite';
import { expect, test } from 'vitest';
import { ticks } from '../../src/charts/ticks.ts';
import { type Trend, type TrendPoint, trend } from '../../src/charts/trend.ts';

const range = (points: TrendPoint[], more: Partial<Trend> = {}): Trend => ({
  title: 'May 2024',
  subtitle: '€100.00 excl. VAT',
  currency: 'EUR',
  nowText: 'May 2024',
  beforeText: 'April 2024',
  points,
  amountText: (minor) => `€${minor / 100}`,
  ...more,
});

const point = (turnover: number | null, before: number | null = null): TrendPoint => ({
  label: 'Mon 6',
  turnover,
  before,
});

interface DrawnPoint {
  now: number | null;
  zero: number;
  before: number | null;
  label: string;
}

function pointsOf(data: Trend): DrawnPoint[] {
  const { data: given } = trend(data);
  if (!given || !('values' in given) || !Array.isArray(given.values)) throw new Error('no points');
  return given.values as DrawnPoint[];
}

test('columns stand on zero, as high as their amounts', () => {
  const [first, second, below] = pointsOf(range([point(10_000), point(5_000), point(-5_000)]));

  const height = (drawn: DrawnPoint | undefined) => (drawn?.zero ?? 0) - (drawn?.now ?? 0);
  expect(height(first)).toBeGreaterThan(0);
  expect(height(second)).toBeCloseTo(height(first) / 2, 1);
  expect(height(below)).toBeCloseTo(-height(second), 1);
});

test('a day that is not in has no column, and one without sales has an empty one', () => {
  const [missing, empty] = pointsOf(range([point(null), point(0), point(10_000)]));

  expect(missing?.now).toBeNull();
  expect(empty?.now).toBe(empty?.zero);
});

test('the earlier range is in the scale', () => {
  const [drawn] = pointsOf(range([point(10_000, 90_000)]));

  expect(drawn?.before).toBeGreaterThanOrEqual(0);
  expect(drawn?.before).toBeLessThan(drawn?.now ?? 0);
});

test('labels that would run into each other are left out, the first one never', () => {
  const many = pointsOf(range(Array.from({ length: 62 }, () => point(100))));
  const few = pointsOf(range([point(100), point(200)]));

  expect(many[0]?.label).toBe('Mon 6');
  expect(many.filter(({ label }) => label !== '').length).toBeLessThan(20);
  expect(few.map(({ label }) => label)).toEqual(['Mon 6', 'Mon 6']);
});

test.each([
  [0, 900, [0, 250, 500, 750, 1000]],
  [0, 1_000_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
  [-200, 300, [-200, 0, 200, 400]],
  [0, 0, [0, 100]],
  [150, 330, [0, 100, 200, 300, 400]],
])('an axis from %i to %i has round steps', (low, high, steps) => {
  expect(ticks(low, high, { smallest: 100 })).toEqual(steps);
});

test('steps are whole minor units', () => {
  expect(ticks(0, 7)).toEqual([0, 2, 4, 6, 8]);
  expect(ticks(0, 10)).toEqual([0, 3, 6, 9, 12]);
});

test.each<[string, Trend]>([
  ['a range', range([point(100, 200), point(null, 100), point(50, null)])],
  ['one day', range([point(100)], { beforeText: null })],
  ['nothing', range([])],
])('vega-lite takes a picture of %s without a word', (_name, data) => {
  const said: unknown[] = [];
  const say = (...words: unknown[]) => {
    said.push(words);
    return logger;
  };
  const logger = { level: () => logger, warn: say, error: say, info: say, debug: say };

  compile(trend(data), { logger });

  expect(said).toEqual([]);
});
