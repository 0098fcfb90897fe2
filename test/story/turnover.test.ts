import { expect, test } from 'vitest';
import { amountText } from '../../demo/check/amount-text.ts';
import { figuresOf } from '../../demo/lightspeed/figures.ts';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import { chooseChannel } from '../../src/digest/choose-channel.ts';
import { runDue } from '../../src/run-due.ts';
import { ask } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported, mapped } from './support/setup.ts';

function asItIsNow(scene: Scene, { ts }: SeenMessage): SeenMessage {
  const found = scene.manager.seen('general').find((message) => message.ts === ts);
  if (!found) throw new Error('the message is gone');
  return found;
}

test('without a day it tells yesterday, with each department and its amount', async () => {
  const scene = await openScene();
  await imported(scene);

  const { text, isEphemeral } = await ask(scene, '/turnover');

  const figures = figuresOf(scene.world, { day: '2025-11-12', at: scene.clock.now() });
  expect(text).toContain('2025-11-12 (Wed 12 Nov 2025)');
  expect(text).toContain(`Amsterdam: ${amountText(figures[0]?.net ?? 0)}`);
  expect(text).toContain(`Rotterdam: ${amountText(figures[1]?.net ?? 0)}`);
  expect(isEphemeral).toBe(true);
});

test.each([
  ['2025-11-11', '2025-11-11'],
  ['  2025-11-11  ', '2025-11-11'],
  ['yesterday', '2025-11-12'],
  ['YESTERDAY', '2025-11-12'],
])('"%s" is read as %s', async (typed, day) => {
  const scene = await openScene();
  await imported(scene);

  expect((await ask(scene, `/turnover ${typed}`)).text).toContain(`Turnover ${day}`);
});

test.each(['2025-02-30', 'blah', '2025-13-01', '<!channel>', '0'])(
  '"%s" is no day: it says how to write one',
  async (typed) => {
    const scene = await openScene();
    await imported(scene);

    const { text } = await ask(scene, `/turnover ${typed}`);

    expect(text).toContain('is not a day I can read. Write it like `/turnover 2024-05-01`');
    expect(text).not.toContain('<!');
  },
);

test.each(['2025-11-13', 'today', '2031-01-01'])('%s is not over yet, and it says so', async (typed) => {
  const scene = await openScene();
  await imported(scene);

  expect((await ask(scene, `/turnover ${typed}`)).text).toContain('is not over yet');
});

test.each(['help', 'Hulp'])('/turnover %s says what can be typed', async (typed) => {
  const scene = await openScene();
  await imported(scene);

  const { words } = await ask(scene, `/turnover ${typed}`);

  expect(words).toContain('What Daybook can do');
  expect(words).toContain('/turnover last friday');
});

test('today as a file says that today is not over', async () => {
  const scene = await openScene();
  await imported(scene);

  const { text } = await ask(scene, '/turnover today csv');

  expect(text).toContain('Thu 13 Nov 2025 is not over yet, so it has no turnover.');
});

test('a day before the first one names the first day there is', async () => {
  const scene = await openScene();
  await imported(scene);

  const { text } = await ask(scene, '/turnover 2020-01-01');

  expect(text).toContain('no figures of Wed 1 Jan 2020. The first day it knows is Tue 11 Nov 2025.');
});

test('before anything was imported it says what comes first', async () => {
  const scene = await openScene();

  expect((await ask(scene, '/turnover')).text).toContain('/lightspeed link');
});

test('after mapping and before the first night the day is not imported yet, not zero', async () => {
  const scene = await openScene();
  await mapped(scene);

  const { words, text } = await ask(scene, '/turnover 2025-11-12');

  expect(words).toContain('Not imported yet.');
  expect(text).not.toContain('€0.00');
});

test('a store without a sale has a turnover of zero', async () => {
  const scene = await openScene({ at: '2025-11-15T10:00:00+01:00' });
  await imported(scene);

  expect((await ask(scene, '/turnover')).text).toContain('Amsterdam: €0.00');
});

test('the buttons for the day before and after take the place of the day shown', async () => {
  const scene = await openScene();
  await imported(scene);
  const shown = await ask(scene, '/turnover');
  const count = scene.manager.seen('general').length;

  await scene.manager.click(shown, 'show_day');
  await scene.slack.waitFor(
    () => asItIsNow(scene, shown).text.includes('2025-11-11'),
    3_000,
    'the day before',
  );
  await scene.manager.click(shown, 'show_next_day');
  await scene.slack.waitFor(
    () => asItIsNow(scene, shown).text.includes('2025-11-12'),
    3_000,
    'the day after',
  );

  expect(scene.manager.seen('general')).toHaveLength(count);
});

test('no button leads to a day that is not over', async () => {
  const scene = await openScene();
  await imported(scene);

  const shown = await ask(scene, '/turnover');

  await expect(scene.manager.click(shown, 'show_next_day')).rejects.toThrow('There is no button');
});

test('a log is shared in the channel once it is asked for, by name and without buttons', async () => {
  const scene = await openScene();
  await imported(scene);
  const shown = await ask(scene, '/turnover');

  await scene.manager.click(shown, 'Share in channel');

  const shared = await scene.slack.waitFor(
    () => scene.member.seen('general').find(({ fromApp }) => fromApp),
    3_000,
    'the shared log',
  );
  expect(shared.isEphemeral).toBe(false);
  expect(shared.words).toContain('Shared by <@U1MANAGER>');
  expect(JSON.stringify(shared.blocks)).not.toContain('"button"');
  expect(asItIsNow(scene, shown).words).toBe(shown.words);
});

test('the day of a digest opens from its button, for the person alone', async () => {
  const scene = await openScene();
  await mapped(scene);
  const { engine } = scene;
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  scene.clock.moveTo('2025-11-14T08:00:10+01:00');
  await runDue(engine);
  const digest = scene.member.seen('sales').findLast(({ threadTs }) => threadTs === undefined);
  if (!digest) throw new Error('no digest');

  await scene.member.click(digest, 'Open the day');

  const log = await scene.slack.waitFor(
    () => scene.member.seen('sales').find(({ isEphemeral }) => isEphemeral),
    3_000,
    'the day log',
  );
  expect(log.text).toContain('Turnover 2025-11-13');
  expect(scene.manager.seen('sales').some(({ isEphemeral }) => isEphemeral)).toBe(false);
});

test('the figures of a digest are downloaded from its button, by whoever pressed it', async () => {
  const scene = await openScene();
  await imported(scene);
  await chooseChannel(await scene.context(), { channelId: 'C1SALES', hour: 8, userId: 'U1MANAGER' });
  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);
  scene.clock.moveTo('2025-11-14T08:00:10+01:00');
  await runDue(scene.engine);
  const digest = scene.member.seen('sales').findLast(({ threadTs }) => threadTs === undefined);
  if (!digest) throw new Error('no digest');

  await scene.member.click(digest, 'Download');

  const sent = await scene.slack.waitFor(
    () => scene.member.seen('app').find(({ files }) => files.length > 0),
    8_000,
    'the file',
  );
  expect(sent.files.map(({ name }) => name)).toEqual(['turnover-2025-11-13.xlsx']);
  expect(scene.manager.seen('app').some(({ files }) => files.length > 0)).toBe(false);
});

test('stores in no department are named with their amount, outside every total', async () => {
  const scene = await openScene();
  await imported(scene, (store) => (store === 'Amsterdam' ? 'City' : null));

  const { words, text } = await ask(scene, '/turnover 2025-11-12');

  expect(text).toContain('€1,000.00 excl. VAT. City: €1,000.00');
  expect(words).toContain('In no department yet, so in no total: Rotterdam (€200.00).');
});

test('a day between an older one that was imported and the linking is not said to be tried again', async () => {
  const scene = await openScene();
  await imported(scene);
  await ask(scene, '/lightspeed import 2025-10-01');
  await scene.slack.waitFor(
    () => scene.manager.seen('app').find(({ words }) => words.includes('All in.')),
    8_000,
    'the day imported',
  );

  const { words } = await ask(scene, '/turnover 2025-10-20');

  expect(words).toContain('A manager can import it with `/lightspeed import 2025-10-20`.');
  expect(words).not.toContain('keeps trying');
});
