import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/charts/lettering.ts';
import { renderPng } from '../../src/charts/render-png.ts';
import { lettering, paper } from '../../src/charts/theme.ts';
import { trend } from '../../src/charts/trend.ts';
import { turnoverBars } from '../../src/charts/turnover-bars.ts';
import { bar, bars, fullDay } from './support/bars.ts';
import { difference, inkIn, type Pixels, readPng } from './support/png.ts';

const golden = new URL('support/full-day.png', import.meta.url);

const picture = async (rows: Parameters<typeof bars>[0], more?: Parameters<typeof bars>[1]) =>
  readPng(await renderPng(turnoverBars(bars(rows, more))));

const whole = ({ width, height }: Pixels) => ({ left: 0, top: 0, right: width, bottom: height });

/** Where the first row of bars is. */
const row = { top: 264, bottom: 348 };

/** What stands apart in a strip of a picture, from left to right: words are nearer to each other than columns are. */
function inkedColumns(pixels: Pixels, strip: { top: number; bottom: number }) {
  const columns: { start: number; end: number; width: number }[] = [];
  for (let x = 0; x < pixels.width; x += 1) {
    if (inkIn(pixels, { ...strip, left: x, right: x + 1 }) === 0) continue;
    const last = columns.at(-1);
    if (last && x - last.end < 30) Object.assign(last, { end: x, width: x - last.start });
    else columns.push({ start: x, end: x, width: 0 });
  }
  return columns;
}

describe('a picture', () => {
  test('is 1120 pixels wide, and higher with each department', async () => {
    const one = await picture([bar()]);
    const three = await picture([bar(), bar(), bar()]);

    expect([one.width, three.width]).toEqual([1120, 1120]);
    expect(three.height - one.height).toBe(2 * 84);
  });

  test('has white paper, which suits light and dark', async () => {
    const pixels = await picture([bar()]);

    const corners = [
      pixels.ink(0, 0),
      pixels.ink(pixels.width - 1, 0),
      pixels.ink(0, pixels.height - 1),
      pixels.ink(pixels.width - 1, pixels.height - 1),
    ];
    expect(corners).toEqual([0, 0, 0, 0]);
  });

  test.each(['€ Ωж', 'Čž ßø', '▲ → ½'])('has letters in it: "%s" is not blank', async (title) => {
    const empty = { data: { values: [] }, mark: 'bar' } as const;
    const blank = readPng(await renderPng({ ...paper({ title: ' ', subtitle: ' ', height: 40 }), ...empty }));
    const written = readPng(await renderPng({ ...paper({ title, subtitle: ' ', height: 40 }), ...empty }));

    expect(inkIn(blank, whole(blank))).toBe(0);
    expect(difference(blank, written)).toBeGreaterThan(0.001);
  });

  test('has texts as wide as they were measured', async () => {
    const title = 'Flowers and plants of Tue 11 Nov';
    const spec = {
      ...paper({ title, subtitle: ' ', height: 40 }),
      data: { values: [] },
      mark: 'bar',
    } as const;
    const pixels = readPng(await renderPng(spec));

    const inked = Array.from({ length: pixels.width }, (_none, x) => x).filter(
      (x) => inkIn(pixels, { left: x, right: x + 1, top: 0, bottom: pixels.height }) > 0,
    );

    const width = (inked.at(-1) ?? 0) - (inked[0] ?? 0);
    expect(width / 2 / textWidth(title, lettering.title)).toBeCloseTo(1, 1);
  });

  test('shows name, bar, amount and change each in its column', async () => {
    const pixels = await picture([bar({ changeText: '+4%' })]);

    expect(inkedColumns(pixels, row)).toHaveLength(4);
  });

  test.each([
    ['name', { name: 'W'.repeat(60) }],
    ['amount', { amountText: 'CA$123,456,789,012.34' }],
    ['change', { changeText: '+1,234,567%' }],
  ])('keeps its columns apart however long the %s, and has room for a bar', async (_name, long) => {
    const pixels = await picture([bar({ changeText: '+4%', ...long })]);

    const columns = inkedColumns(pixels, row);

    expect(columns).toHaveLength(4);
    expect(columns[1]?.width).toBeGreaterThan(200);
    expect(columns.at(-1)?.end).toBeLessThanOrEqual(1120 - 46);
  });

  test('is the same for the same figures, byte for byte', async () => {
    const [one, other] = [await renderPng(turnoverBars(fullDay)), await renderPng(turnoverBars(fullDay))];

    expect(one.equals(other)).toBe(true);
  });

  test('looks as it did when it was last looked at', async () => {
    const drawn = await renderPng(turnoverBars(fullDay));
    // To renew it: delete the file, run this, and look at what came out.
    const kept = await readFile(golden).catch(() => undefined);
    if (!kept) await writeFile(golden, drawn);

    expect(kept, 'it was made anew: look at it').toBeDefined();
    expect(difference(readPng(drawn), readPng(kept ?? drawn))).toBeLessThan(0.002);
  });
});

test('a trend has a column for each day that is in', async () => {
  const days = [3, null, 2, 1].map((amount, index) => ({
    label: `Mon ${index + 1}`,
    turnover: amount === null ? null : amount * 10_000,
    before: null,
  }));
  const spec = trend({
    title: 'May',
    subtitle: '',
    currency: 'EUR',
    nowText: 'May',
    beforeText: null,
    points: days,
    amountText: (minor) => `€${minor / 100}`,
  });

  const pixels = readPng(await renderPng(spec));

  expect(pixels.width).toBe(1120);
  const line = 264 + 2 * 240 - 30;
  const starts = Array.from({ length: pixels.width - 1 }, (_none, x) => x).filter(
    (x) => pixels.ink(x, line) < 90 && pixels.ink(x + 1, line) > 90,
  );
  expect(starts).toHaveLength(3);
});
