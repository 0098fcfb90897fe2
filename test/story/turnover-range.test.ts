import { expect, test } from 'vitest';
import type { SeenMessage } from '../../demo/slack/driver/look.ts';
import { objectsIn } from '../../demo/slack/json.ts';
import { booked } from './support/booked.ts';
import { forgeButtons, otherWorkspace } from './support/forge.ts';
import { ask } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { linked } from './support/setup.ts';

function asItIsNow(scene: Scene, { ts }: SeenMessage, person = scene.manager): SeenMessage {
  const found = person.seen('general').find((message) => message.ts === ts);
  if (!found) throw new Error('the message is gone');
  return found;
}

/** Presses a button and gives the answer that takes the place of the one it is under. */
async function turn(scene: Scene, shown: SeenMessage, button: string, until: string): Promise<SeenMessage> {
  await scene.manager.click(asItIsNow(scene, shown), button);
  return scene.slack.waitFor(
    () => {
      const now = asItIsNow(scene, shown);
      return now.words.includes(until) ? now : undefined;
    },
    8_000,
    `an answer saying "${until}"`,
  );
}

const tableIn = ({ blocks }: SeenMessage) =>
  [blocks.find(({ type }) => type === 'table')?.['rows'] ?? []]
    .flat()
    .map((row) => objectsIn(row).map(({ text }) => text));

test('a month is answered with its total, growth, a table of departments and a picture, to the person alone', async () => {
  const scene = await booked();

  const answer = await ask(scene, '/turnover november 2025', scene.member);

  expect(answer.text).toContain(
    'Turnover 2025-11-01..2025-11-30 (November 2025): €660.00 excl. VAT, +6% on the days before. Amsterdam: €330.00; Rotterdam: €330.00',
  );
  expect(answer.words).toContain('Before (October 2025): €620.00, so *+6%*');
  expect(answer.words).toContain('A year earlier (November 2024): no figures, so nothing to compare with.');
  expect(answer.words).toContain('All 30 days are complete.');
  expect(tableIn(answer)).toEqual([
    ['Department', 'Turnover', 'On before', 'On last year'],
    ['Amsterdam', '€330.00', '+6%', '–'],
    ['Rotterdam', '€330.00', '+6%', '–'],
  ]);
  const picture = answer.blocks.find(({ type }) => type === 'image');
  expect(picture?.['alt_text']).toContain('Sat 1 Nov: €22.00; Sun 2 Nov: €22.00');
  expect(answer.isEphemeral).toBe(true);
});

test('the picture is left out when Slack does not know it yet, and nothing else is', async () => {
  const problem = 'invalid slack file [json-pointer:/blocks/2/slack_file]';
  const refusal = { ok: false, error: 'invalid_blocks', errors: [problem] };
  const verdict = JSON.stringify({ ...refusal, response_metadata: { messages: [`[ERROR] ${problem}`] } });
  const scene = await booked(undefined, [verdict]);
  scene.slack.faults.add({ kind: 'file_not_ready' });

  const answer = await ask(scene, '/turnover november 2025');

  expect(answer.blocks.some(({ type }) => type === 'image')).toBe(false);
  expect(tableIn(answer)).toHaveLength(3);
});

test('a range that is not over says up to which day it is told, and is held against as many days', async () => {
  const scene = await booked();

  const { words, text } = await ask(scene, '/turnover this month');

  expect(text).toContain('2025-12-01..2025-12-04');
  expect(words).toContain('Up to Thu 4 Dec 2025: later days are not over yet.');
  expect(words).toContain('Before (Sat 1 Nov – Tue 4 Nov 2025): €88.00');
});

test('days that are missing are said, and such a range is not called growth', async () => {
  const scene = await booked();
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.figures.deleteMany({ workspaceId, storeId: '1', day: { $gte: '2025-11-29' } });
  await scene.engine.models.figures.deleteOne({ workspaceId, storeId: '2', day: '2025-11-05' });

  const { words, text } = await ask(scene, '/turnover november 2025');

  expect(words).toContain('Not complete: 27 of 30 days are.');
  expect(words).toContain('Not in: Amsterdam (2 days) and Rotterdam (one day).');
  expect(words).toContain('Not compared: this range is not complete.');
  expect(text).not.toContain('%');
});

test('it turns by week, to the range before, and to one department and its stores, all in its place', async () => {
  const scene = await booked(() => 'Shops');
  const shown = await ask(scene, '/turnover 2025-11');
  const count = scene.manager.seen('general').length;

  const weeks = await turn(scene, shown, 'By week', 'Week 45 (3 Nov – 9 Nov)');
  expect(tableIn(weeks)[1]).toEqual(['Week 44 (1 Nov – 2 Nov)', '€44.00', '8']);
  const stores = await turn(scene, shown, 'Departments', 'Shops');
  expect(tableIn(stores)).toHaveLength(2);
  const before = await turn(scene, shown, 'previous_range', 'Turnover of October 2025');
  expect(before.text).toContain('€620.00');
  await scene.manager.select(before, 'pick_range_department', 'Shops').catch(() => undefined);

  expect(scene.manager.seen('general')).toHaveLength(count);
});

test('no button leads to a range that has not begun', async () => {
  const scene = await booked();

  const shown = await ask(scene, '/turnover this week');

  await expect(scene.manager.click(shown, 'next_range')).rejects.toThrow('There is no button');
});

test('a department is chosen from the menu and shown over time, with its stores behind a button', async () => {
  const scene = await booked((store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  const shown = await ask(scene, '/turnover november 2025');

  await scene.manager.select(shown, 'pick_range_department', 'City');
  const city = await scene.slack.waitFor(
    () => {
      const now = asItIsNow(scene, shown);
      return now.words.includes('City: turnover of November 2025') ? now : undefined;
    },
    8_000,
    'the department',
  );

  expect(city.text).toContain('€330.00 excl. VAT');
  expect(tableIn(city)).toHaveLength(31);
  const stores = await turn(scene, shown, 'Stores', 'Amsterdam');
  expect(tableIn(stores)[1]).toEqual(['Amsterdam', '€330.00', '60', '30 of 30']);
});

test('a department typed behind the day narrows the log, and its buttons keep to it', async () => {
  const scene = await booked((store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));

  const shown = await ask(scene, '/turnover 2025-11-12 city');
  expect(shown.text).toBe('Turnover 2025-11-12 (Wed 12 Nov 2025): €11.00 excl. VAT. City: €11.00');
  const before = await turn(scene, shown, 'show_day', 'Tue 11 Nov 2025');

  expect(before.words).toContain('City: turnover of Tue 11 Nov 2025');
  expect(before.text).not.toContain('Harbour');
});

test('a mistyped department is asked back, and one press answers', async () => {
  const scene = await booked((store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  const shown = await ask(scene, '/turnover november 2025 harbor');
  expect(shown.words).toContain('There is no department “harbor”. Did you mean:');

  const answer = await turn(scene, shown, 'Harbour', 'Harbour: turnover of November 2025');

  expect(answer.text).toContain('€330.00 excl. VAT');
});

test('a table of more lines than Slack takes has pages', async () => {
  const scene = await booked();

  const shown = await ask(scene, '/turnover 2025-10-01..2025-11-30');
  const days = await turn(scene, shown, 'By day', 'Page 1 of 2');
  expect(tableIn(days)).toHaveLength(32);
  const rest = await turn(scene, shown, 'Next page', 'Page 2 of 2');

  expect(tableIn(rest)).toHaveLength(31);
  expect(tableIn(rest).at(-1)?.[0]).toBe('Sun 30 Nov');
});

test('a range is shared in the channel once it is asked for, by name and without buttons', async () => {
  const scene = await booked();
  const shown = await ask(scene, '/turnover november 2025');

  await scene.manager.click(shown, 'Share in channel');

  const shared = await scene.slack.waitFor(
    () => scene.member.seen('general').find(({ fromApp }) => fromApp),
    8_000,
    'the shared range',
  );
  expect(shared.isEphemeral).toBe(false);
  expect(shared.words).toContain('Shared by <@U1MANAGER>');
  expect(shared.text).toContain('€660.00');
  expect(JSON.stringify(shared.blocks)).not.toContain('"button"');
});

test.each([
  ['csv', 'turnover-2025-11-01-2025-11-30.csv'],
  ['xlsx', 'turnover-2025-11-01-2025-11-30.xlsx'],
])('the word %s sends a file to the person alone', async (word, name) => {
  const scene = await booked();

  const { text } = await ask(scene, `/turnover november 2025 ${word}`, scene.member);

  expect(text).toBe('The figures of November 2025 are in your direct messages with Daybook.');
  const message = scene.member.seen('app').find(({ files }) => files.length > 0);
  expect(message?.files.map((file) => file.name)).toEqual([name]);
  expect(message?.text).toContain('Turnover of November 2025: 60 lines');
  expect(scene.manager.seen('app').some(({ files }) => files.length > 0)).toBe(false);
});

test('the button for CSV sends what the answer shows, of the one department', async () => {
  const scene = await booked((store) => (store === 'Amsterdam' ? 'City' : 'Harbour'));
  const shown = await ask(scene, '/turnover 2025-11-01..2025-11-02 city');

  await scene.manager.click(shown, 'CSV');

  const sent = await scene.slack.waitFor(
    () => scene.manager.seen('app').find(({ files }) => files.length > 0),
    8_000,
    'the file',
  );
  const content = Buffer.from(sent.files[0]?.content ?? '', 'base64').toString('utf8');
  expect(content.trim().split('\n').slice(1)).toEqual([
    '2025-11-01,City,Blad & Boon,Amsterdam,EUR,13.10,11.00,2.10,2,final',
    '2025-11-02,City,Blad & Boon,Amsterdam,EUR,13.10,11.00,2.10,2,final',
  ]);
});

test('a file that Slack does not take is said, with what to do', async () => {
  const scene = await booked(undefined, ['rate_limited']);
  scene.slack.faults.add({ kind: 'rate_limited', method: 'files.getUploadURLExternal' });

  const { text } = await ask(scene, '/turnover november 2025 csv');

  expect(text).toContain('Slack did not take the file.');
});

test('guests get neither ranges nor files', async () => {
  const scene = await booked();

  const range = await ask(scene, '/turnover november 2025', scene.guest);
  const file = await ask(scene, '/turnover november 2025 csv', scene.guest);

  for (const { text } of [range, file]) expect(text).toContain('not shown to guests');
  expect(scene.guest.seen('app').some(({ files }) => files.length > 0)).toBe(false);
});

test.each([
  ['next week', 'has no turnover'],
  ['next wk', 'is not a day I can read'],
  ['2031', 'has no turnover'],
  ['2000..2024', 'at most three years'],
  ['2019', 'The first day it knows is Wed 1 Oct 2025.'],
  ['week 60', 'is not in the calendar'],
])('"%s" is answered in words: %s', async (typed, words) => {
  const scene = await booked();

  expect((await ask(scene, `/turnover ${typed}`)).text).toContain(words);
});

test('before anything was imported a range says what comes first', async () => {
  const scene = await openScene();
  await linked(scene);

  expect((await ask(scene, '/turnover last month')).text).toContain('/lightspeed link');
});

test('a button that names another workspace’s department shows nothing of it', async () => {
  const scene = await booked();
  const { departmentId } = await otherWorkspace(scene);
  const shown = await ask(scene, '/turnover november 2025');
  const held = scene.slack.state.messages.find(({ ts }) => ts === shown.ts);
  forgeButtons(held?.blocks ?? [], `2025-11-01..2025-11-30 parts 0 ${departmentId}`);
  const count = scene.manager.seen('general').length;

  await scene.manager.click(asItIsNow(scene, shown), 'previous_range');
  await scene.manager.click(asItIsNow(scene, shown), 'CSV');
  const answers = await scene.slack.waitFor(
    () => {
      const after = scene.manager.seen('general').slice(count);
      return after.length === 2 ? after : undefined;
    },
    8_000,
    'two answers',
  );

  for (const { text } of answers) expect(text).toContain('That department is no longer there.');
  expect(scene.manager.seen('app').some(({ files }) => files.length > 0)).toBe(false);
});

test('a Dutch reader asks and is answered in Dutch, with a file that their Excel reads', async () => {
  const scene = await booked();
  const reader = scene.slack.state.people['U2MEMBER'];
  if (reader) reader.locale = 'nl-NL';

  const { text, words } = await ask(scene, '/turnover afgelopen maand', scene.member);
  await ask(scene, '/turnover november 2025 csv', scene.member);

  expect(text).toContain('Omzet 2025-11-01..2025-11-30 (november 2025)');
  expect(words).toContain('Alle 30 dagen zijn compleet.');
  const [file] = scene.member.seen('app').flatMap(({ files }) => files);
  expect(file?.name).toBe('omzet-2025-11-01-2025-11-30.csv');
  const [heading, first] = Buffer.from(file?.content ?? '', 'base64')
    .toString('utf8')
    .split('\n');
  expect(heading).toContain('Dag;Afdeling;Account;Winkel');
  expect(first).toBe('2025-11-01;Amsterdam;Blad & Boon;Amsterdam;EUR;13,10;11,00;2,10;2;definitief');
});
