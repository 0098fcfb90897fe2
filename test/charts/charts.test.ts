import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ChartError, type ChartsOptions, createCharts } from '../../src/charts/charts.ts';
import type { ChartSpec } from '../../src/charts/theme.ts';
import { turnoverBars } from '../../src/charts/turnover-bars.ts';
import { bar, bars } from './support/bars.ts';
import { readPng } from './support/png.ts';

const spec = turnoverBars(bars([bar()]));

/** Something that is no chart: the cast is the point, for no typed spec is as wrong. */
const nonsense = { mark: 'nonsense', data: { values: [] } } as unknown as ChartSpec;

/** A thread that answers as the spec's description tells it. */
const stub = new URL('support/stub-worker.ts', import.meta.url);
const asked = (description: string): ChartSpec => ({ ...spec, description });

function charts(options?: ChartsOptions) {
  const made = createCharts(options);
  onTestFinished(() => made.close());
  return made;
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('a chart is drawn in a thread', async () => {
  const png = await charts().draw(spec);

  expect(readPng(png).width).toBe(1120);
});

test('the rest of Daybook goes on while a chart is drawn', async () => {
  const { draw } = charts();
  await draw(spec);
  const before = process.threadCpuUsage();

  await draw(turnoverBars(bars(Array.from({ length: 20 }, () => bar()))));

  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(30);
});

test('what is no chart is refused in words, and the next one is drawn all the same', async () => {
  const { draw } = charts();

  await expect(draw(nonsense)).rejects.toThrow(ChartError);

  expect(readPng(await draw(spec)).width).toBe(1120);
});

test('charts are drawn one at a time, in the order they were asked for', async () => {
  const { draw } = charts({ worker: stub });

  const drawn = await Promise.all([draw(asked('count')), draw(asked('count')), draw(asked('count'))]);

  expect(drawn.map(textOf)).toEqual(['1 at once', '1 at once', '1 at once']);
});

test('a thread that hangs costs its chart only: the next one gets another thread', async () => {
  const { draw } = charts({ worker: stub, patience: 400 });
  const first = textOf(await draw(asked('thread')));

  await expect(draw(asked('hang'))).rejects.toThrow('no chart within 400 ms');

  expect(textOf(await draw(asked('thread')))).not.toBe(first);
});

test.each([
  ['throw', 'the drawing thread broke'],
  ['exit', 'the drawing thread ended'],
])('a thread that dies (%s) costs its chart only', async (how, words) => {
  const { draw } = charts({ worker: stub });

  const [dead, alive] = await Promise.allSettled([draw(asked(how)), draw(asked('thread'))]);

  expect(dead).toMatchObject({ status: 'rejected', reason: { name: 'ChartError', message: words } });
  expect(alive.status).toBe('fulfilled');
});

test('a thread is used again, and let go when there was nothing to draw for a while', async () => {
  const { draw } = charts({ worker: stub, kept: 150 });
  const first = textOf(await draw(asked('thread')));
  const second = textOf(await draw(asked('thread')));
  await wait(400);

  const third = textOf(await draw(asked('thread')));

  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('more charts than there is room for are refused at once', async () => {
  const { draw } = charts({ worker: stub, room: 1 });
  const first = draw(asked('count'));

  await expect(draw(asked('count'))).rejects.toThrow('too many charts are waiting');

  await first;
  expect(textOf(await draw(asked('count')))).toBe('1 at once');
});

test('a stop ends what is being drawn, and nothing is drawn after it', async () => {
  const { draw, close } = charts({ worker: stub });
  const hanging = draw(asked('hang'));
  const outcome = expect(hanging).rejects.toThrow(ChartError);
  await wait(200);

  await close();

  await outcome;
  await expect(draw(spec)).rejects.toThrow('no charts are drawn any more');
});
