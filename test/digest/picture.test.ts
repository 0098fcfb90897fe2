import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world.ts';
import { runDue } from '../../src/run-due.ts';
import { startBench } from '../support/engine.ts';
import { plainFaces } from '../support/plain-faces.ts';
import { amsterdam, salesChannel, setUpShop } from '../support/shop.ts';

const picture = {
  bars: { title: 'Monday', subtitle: '', markText: null, rows: [], note: null },
  name: 'turnover.png',
  title: 'Turnover',
  altText: 'Bars',
};

/** A morning with a digest at eight whose picture draws as it is told; nothing is sent yet. */
async function morning(draw: () => Promise<Uint8Array> = async () => new Uint8Array([1])) {
  const world = worldOf({
    shops: [amsterdam],
    sales: [{ at: '2024-06-03T12:00:00+02:00', gross: 10_000, tax: 0, shopID: '1' }],
  });
  const bench = await startBench({ world, at: '2024-06-03T10:00:00+02:00' });
  const drawn: unknown[] = [];
  Object.assign(bench.engine, {
    charts: {
      draw: (spec: unknown) => {
        drawn.push(spec);
        return draw();
      },
      close: async () => undefined,
    },
    faces: {
      ...plainFaces,
      digest: (...told: Parameters<typeof plainFaces.digest>) => ({
        ...plainFaces.digest(...told),
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: 'figures' } },
          { type: 'context', elements: [{ type: 'mrkdwn', text: 'small print' }] },
        ],
      }),
      digestPicture: () => picture,
    },
  });
  await setUpShop(bench, { departments: { City: ['1'] }, digestHour: 8 });
  await bench.runAt('2024-06-04T03:00:30+02:00');
  return { bench, drawn };
}

const digestIn = ({ delivery }: Awaited<ReturnType<typeof startBench>>) => delivery.inChannel(salesChannel);
const image = (id: string) => ({ type: 'image', slack_file: { id }, alt_text: 'Bars' });

test('a digest has its picture under the figures, over the small print', async () => {
  const { bench } = await morning();

  await bench.runAt('2024-06-04T08:00:00+02:00');

  const [message] = digestIn(bench);
  expect(message?.blocks.map(({ type }) => type)).toEqual(['section', 'image', 'context']);
  expect(message?.blocks[1]).toEqual(image('F0000000001'));
  expect(bench.delivery.pictures).toMatchObject([{ name: 'turnover.png', altText: 'Bars' }]);
});

test('a digest that stays as it is gets no new picture', async () => {
  const { bench, drawn } = await morning();
  await bench.runAt('2024-06-04T08:00:00+02:00');

  await bench.engine.models.digestPosts.updateMany(
    { workspaceId: 'T1' },
    { $set: { toCheck: true, nextAt: new Date(0) } },
  );
  await runDue(bench.engine);

  expect(drawn).toHaveLength(1);
  expect(digestIn(bench)[0]?.earlier).toEqual([]);
});

test('a corrected digest gets a picture made anew', async () => {
  const { bench } = await morning();
  await bench.runAt('2024-06-04T08:00:00+02:00');
  bench.world.voidSale(1, Date.parse('2024-06-04T09:00:00+02:00'));

  await bench.runAt('2024-06-05T03:00:30+02:00');

  const [message] = digestIn(bench);
  expect(message?.earlier).toHaveLength(1);
  expect(message?.blocks[1]).toEqual(image('F0000000002'));
});

test.each(['refused', 'not-done', 'unsure'] as const)(
  'a picture that Slack does not take (%s) costs the digest nothing but the picture',
  async (outcome) => {
    const { bench } = await morning();
    bench.delivery.failNext('uploadPicture', outcome, { code: 'missing_scope' });

    await bench.runAt('2024-06-04T08:00:00+02:00');

    expect(digestIn(bench).map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['section', 'context'],
    ]);
  },
);

test('a picture that cannot be drawn costs the digest nothing but the picture', async () => {
  const { bench } = await morning(() => Promise.reject(new Error('no picture today')));

  await bench.runAt('2024-06-04T08:00:00+02:00');
  await bench.runAt('2024-06-04T08:05:00+02:00');

  expect(digestIn(bench)).toHaveLength(1);
  expect(bench.delivery.pictures).toEqual([]);
});

test('a correction whose picture fails takes the old picture away, which would show other figures', async () => {
  const { bench } = await morning();
  await bench.runAt('2024-06-04T08:00:00+02:00');
  bench.world.voidSale(1, Date.parse('2024-06-04T09:00:00+02:00'));
  bench.delivery.failNext('uploadPicture', 'not-done');

  await bench.runAt('2024-06-05T03:00:30+02:00');

  expect(digestIn(bench)[0]?.blocks.map(({ type }) => type)).toEqual(['section', 'context']);
});
