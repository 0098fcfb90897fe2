import { expect, test } from 'vitest';
import { ChartError, type Charts } from '../../src/charts/charts.ts';
import { drawOnce } from '../../src/charts/draw-once.ts';
import { turnoverBars } from '../../src/charts/turnover-bars.ts';
import { bar, bars } from './support/bars.ts';

const chartOf = (turnover: number) => turnoverBars(bars([bar({ amountText: `€${turnover}` })]));

/** Charts that only count; the first so many fail. */
function counting(failures = 0) {
  let drawn = 0;
  const charts: Charts = {
    async draw() {
      drawn += 1;
      if (drawn <= failures) throw new ChartError('no picture today');
      return new Uint8Array([drawn]);
    },
    close: async () => undefined,
  };
  return { once: drawOnce(charts), drawn: () => drawn };
}

test('the same chart is drawn once for all who ask, another one for itself', async () => {
  const { once, drawn } = counting();

  const [one, other] = await Promise.all([once.draw(chartOf(1)), once.draw(chartOf(1))]);
  await once.draw(chartOf(2));

  expect(other).toBe(one);
  expect(await once.draw(chartOf(1))).toBe(one);
  expect(drawn()).toBe(2);
});

test('a chart that failed is drawn anew for whoever asks next', async () => {
  const { once, drawn } = counting(1);

  await expect(once.draw(chartOf(1))).rejects.toThrow(ChartError);

  expect(await once.draw(chartOf(1))).toEqual(new Uint8Array([2]));
  expect(drawn()).toBe(2);
});

test('only the latest charts are kept', async () => {
  const { once, drawn } = counting();
  for (let turnover = 0; turnover <= 50; turnover += 1) await once.draw(chartOf(turnover));

  await once.draw(chartOf(50));
  expect(drawn()).toBe(51);
  await once.draw(chartOf(0));
  expect(drawn()).toBe(52);
});
