import { compile } from 'vega-lite';
import { expect, test } from 'vitest';
import { innerWidth } from '../../src/charts/theme.ts';
import { type TurnoverBars, turnoverBars } from '../../src/charts/turnover-bars.ts';
import { bar, bars, fullDay } from './support/bars.ts';

interface DrawnRow {
  name: string;
  zero: number;
  end: number | null;
  mark: number | null;
  amount: string;
  change: string;
}

function rowsOf(data: TurnoverBars): DrawnRow[] {
  const { data: given } = turnoverBars(data);
  if (!given || !('values' in given) || !Array.isArray(given.values)) throw new Error('no rows');
  return given.values as DrawnRow[];
}

test('a bar is as long as its amount is large, and the mark stands where it was', () => {
  const [first, second] = rowsOf(
    bars([bar({ turnover: 10_000, before: 5_000 }), bar({ turnover: 2_500, before: 0 })]),
  );

  const whole = (first?.end ?? 0) - (first?.zero ?? 0);
  expect((second?.end ?? 0) - (second?.zero ?? 0)).toBeCloseTo(whole / 4);
  expect((first?.mark ?? 0) - (first?.zero ?? 0)).toBeCloseTo(whole / 2);
  expect(second?.mark).toBe(second?.zero);
});

test('a mark over every bar still has room in the picture', () => {
  const [row] = rowsOf(bars([bar({ turnover: 10_000, before: 40_000 })]));

  expect(row?.mark).toBeGreaterThan(row?.end ?? Number.POSITIVE_INFINITY);
  expect(row?.mark).toBeLessThan(innerWidth);
});

test('a negative amount goes to the left of zero', () => {
  const [first, second] = rowsOf(bars([bar({ turnover: -5_000 }), bar({ turnover: 5_000 })]));

  expect(first?.end).toBeLessThan(first?.zero ?? 0);
  expect(second?.zero).toBe(first?.zero);
  expect((second?.end ?? 0) - (second?.zero ?? 0)).toBeCloseTo((first?.zero ?? 0) - (first?.end ?? 0));
});

test('a department that is not in has no bar, one that sold nothing has one without length', () => {
  const [missing, zero] = rowsOf(bars([bar({ turnover: null }), bar({ turnover: 0 })]));

  expect(missing?.end).toBeNull();
  expect(zero?.end).toBe(zero?.zero);
});

test('each currency has a scale of its own', () => {
  const rows = rowsOf(
    bars([
      bar({ turnover: 100 }),
      bar({ turnover: 900_000, currency: 'JPY' }),
      bar({ turnover: 450_000, currency: 'JPY' }),
    ]),
  );

  expect(rows[0]?.end).toBe(rows[1]?.end);
  expect(rows[2]?.end).toBeLessThan(rows[1]?.end ?? 0);
});

test('names go without emoji, cut to their column, and in another form where the font cannot write them', () => {
  const names = rowsOf(fullDay).map(({ name }) => name);

  expect(names).toEqual([
    'Bakery',
    expect.stringMatching(/^Flowers & <b>.*…$/),
    'Department 3',
    'Ωж Café',
    'Wine',
  ]);
});

test('every amount of nothing at all is drawn too', () => {
  const [row] = rowsOf(bars([bar({ turnover: 0, before: 0 })]));

  expect(row?.end).toBe(row?.zero);
  expect(row?.mark).toBe(row?.zero);
});

test.each<[string, TurnoverBars]>([
  ['everything', fullDay],
  ['one bar', bars([bar()])],
  ['nothing', bars([])],
])('vega-lite takes a picture of %s without a word', (_name, data) => {
  const said: unknown[] = [];
  const say = (...words: unknown[]) => {
    said.push(words);
    return logger;
  };
  const logger = { level: () => logger, warn: say, error: say, info: say, debug: say };

  compile(turnoverBars(data), { logger });

  expect(said).toEqual([]);
});
