import { expect, test } from 'vitest';
import { worldOf } from '../../demo/lightspeed/world/hand.ts';
import { chooseOfDay, keptOf } from './support/days.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const day = '2025-11-11';
const zone = 'Europe/Amsterdam';
const shops = [
  { shopID: '1', name: 'Amsterdam', timeZone: zone },
  { shopID: '2', name: 'Rotterdam', timeZone: zone },
  { shopID: '3', name: 'Utrecht', timeZone: zone },
];

/** Amsterdam is counted (€200 less a refund of €50, excl. VAT); Rotterdam and Utrecht are in no department. */
function world() {
  return worldOf({
    shops,
    sales: [
      { at: '2025-11-11T12:00:00+01:00', gross: 24_200 },
      { at: '2025-11-11T13:00:00+01:00', gross: -6_050 },
      { at: '2025-11-11T14:00:00+01:00', gross: 12_100, shopID: '2' },
      { at: '2025-11-11T15:00:00+01:00', gross: 3_630, shopID: '3' },
      { at: '2025-11-11T16:00:00+01:00', gross: 8_470, completed: false },
      { at: '2025-11-11T16:30:00+01:00', gross: 9_999, completed: false, archived: true },
      { at: '2025-11-10T16:00:00+01:00', gross: 4_840, completed: false },
    ],
  });
}

async function scene(): Promise<Scene> {
  const opened = await openScene({ world: world() });
  await imported(opened, (store) => (store === 'Amsterdam' ? 'City' : null));
  return opened;
}

const reconcile = async (opened: Scene, amount: string) =>
  (await ask(opened, `/turnover ${day} reconcile ${amount}`)).words;

test('the amount that Daybook has is a match, and Lightspeed is not asked', async () => {
  const opened = await scene();
  opened.workspace.lightspeed.requests.length = 0;

  const words = await reconcile(opened, '€ 150,00');

  expect(words).toContain('*It matches:* Daybook has €150.00 excl. VAT on Tue 11 Nov 2025.');
  expect(words).toContain('“Total” in *Analytics*');
  expect(opened.workspace.lightspeed.requests).toEqual([]);
});

test.each([
  ['VAT', '181.50', '• the same turnover told incl. VAT: +€31.50, makes €181.50 incl. VAT'],
  ['refunds', '200', '• one refund of that day left out: +€50.00, makes €200.00 excl. VAT'],
  ['an open sale', '220', '• one sale begun that day and still open: +€70.00, makes €220.00 excl. VAT'],
  [
    'an open sale and VAT',
    '266.20',
    '• one sale begun that day and still open: +€70.00, makes €266.20 incl. VAT',
  ],
  ['an unmapped store', '180', '• with Utrecht, in no department yet: +€30.00, makes €180.00 excl. VAT'],
  [
    'all unmapped stores',
    '280',
    '• with Rotterdam and Utrecht, in no department yet: +€130.00, makes €280.00 excl. VAT',
  ],
])('a difference made by %s is explained to the cent', async (_cause, amount, line) => {
  const opened = await scene();

  const words = await reconcile(opened, amount);

  const [, explained = ''] = words.split('This explains it to the cent:');
  expect(explained.trimStart().replace(/^\*\n/, '')).toMatch(new RegExp(`^${RegExp.escape(line)}`));
  expect(words).toContain('Nothing was changed.');
});

test('a difference made by the hour at which days are cut is explained', async () => {
  const opened = await openScene({
    world: worldOf({
      shops: [shops[0] ?? { shopID: '1', name: 'Amsterdam', timeZone: zone }],
      sales: [
        { at: '2025-11-11T12:00:00+01:00', gross: 12_100 },
        { at: '2025-11-12T02:00:00+01:00', gross: 2_420 },
      ],
    }),
  });
  const { stores } = opened.engine.models;
  await imported(opened);
  const workspaceId = opened.slack.state.team.id;
  await stores.updateOne({ workspaceId, storeId: '1' }, { $set: { cutOff: 4 } });
  await chooseOfDay(opened, { day, entry: 'Import this day again…' });
  await opened.manager.submit(await modalSaying(opened, 'as Lightspeed has it now'));
  await modalSaying(opened, '*Saved.*');

  const words = await reconcile(opened, '100');

  expect(await keptOf(opened, day)).toMatchObject({ 1: { gross: 14_520 } });
  expect(words).toContain(
    '• days cut at midnight instead of at the cut-off hour: -€20.00, makes €100.00 excl. VAT',
  );
});

test('a total that was copied before it was corrected is recognized by its time', async () => {
  const opened = await openScene({ world: world() });
  await imported(opened, (store) => (store === 'Amsterdam' ? 'City' : null));
  opened.clock.moveTo('2025-11-13T11:00:00+01:00');
  opened.world.voidSale(2, opened.clock.now());
  await chooseOfDay(opened, { day, entry: 'Import this day again…' });
  await opened.manager.submit(await modalSaying(opened, 'as Lightspeed has it now'));
  await modalSaying(opened, '*Saved.*');

  const words = await reconcile(opened, '150');

  expect(words).toMatch(
    /Daybook’s own total of Thu,? 13 Nov,? (at )?10:00, before it was corrected: -€50\.00/,
  );
});

test('what changed in Lightspeed after the day was final is recognized', async () => {
  const opened = await scene();
  opened.clock.moveTo('2025-11-13T11:00:00+01:00');
  opened.world.voidSale(1, opened.clock.now());

  const words = await reconcile(opened, '-50');

  expect(words).toContain(
    '• what changed in Lightspeed since it was imported: -€200.00, makes -€50.00 excl. VAT',
  );
});

test('where nothing explains it, each amount there is is listed', async () => {
  const opened = await scene();

  const words = await reconcile(opened, '999.99');

  expect(words).toContain('a difference of *+€849.99*');
  expect(words).toContain('None of these explains it:');
  expect(words).toContain('told incl. VAT: +€31.50');
  expect(words).toContain('one refund of that day left out: +€50.00');
  expect(words).toContain('still open: +€70.00');
  expect(words).toContain('with Rotterdam, in no department yet: +€100.00');
  expect(words).not.toContain('cut at midnight');
});

test('while Lightspeed does not let itself be read, it says what was not tried', async () => {
  const opened = await scene();
  opened.workspace.lightspeed.faults.add({ kind: 'forbidden', times: 'always' });

  const words = await reconcile(opened, '180');

  expect(words).toContain('with Utrecht, in no department yet: +€30.00');
  expect(words).toContain('could not be read. Its key may not read sales');
  expect(words).toContain('were not tried');
});

test.each([
  ['1.234', 'may mean 1234 or 1.234'],
  ['much', 'is not an amount in EUR that I can read'],
  ['USD 12', 'is not an amount in EUR that I can read'],
  ['<!channel>', '“&lt;!channel&gt;” is not an amount'],
])('“%s” is not guessed at', async (typed, told) => {
  const opened = await scene();

  expect(await reconcile(opened, typed)).toContain(told);
});

test('a day that is no day, one that is not over and one without figures are told apart', async () => {
  const opened = await scene();

  expect((await ask(opened, '/turnover 2025-02-30 reconcile 12')).text).toContain('is not a day I can read');
  expect((await ask(opened, '/turnover today reconcile 12')).text).toContain('is not over yet');
  expect((await ask(opened, '/turnover 2025-11-01 reconcile 12')).text).toContain(
    'No turnover of Sat 1 Nov 2025',
  );
});

test('a member may not reconcile', async () => {
  const opened = await scene();

  const { text } = await ask(opened, `/turnover ${day} reconcile 150`, opened.member);

  expect(text).toContain('Only managers can do this');
});

test('without an amount a form asks for it, and an amount that will not do is told at its field', async () => {
  const opened = await scene();
  await opened.manager.command(`/turnover ${day} reconcile`, { channel: 'general' });
  const form = await modalSaying(opened, 'Amount in the other report');
  await opened.manager.type(form, 'Amount in the other report', '1.234');
  const refused = await opened.manager.submit(form);
  expect(refused.answer).toBe('errors');
  expect(modalOf(opened.manager).errors['amount']).toContain('may mean 1234 or 1.234');
  // Slack shows the error of a field as it is, marks and all.
  expect(modalOf(opened.manager).errors['amount']).toContain('like 4210.50.');
  await opened.manager.type(modalOf(opened.manager), 'Amount in the other report', '220');

  await opened.manager.submit(modalOf(opened.manager));

  const { words } = await modalSaying(opened, 'This explains it to the cent:');
  expect(words).toContain('still open: +€70.00');
});

test('the form is also opened from the menu of a day', async () => {
  const opened = await scene();

  await chooseOfDay(opened, { day, entry: 'Reconcile…' });

  const form = await modalSaying(opened, 'Amount in the other report');
  expect(form.words).toContain('Tue 11 Nov 2025');
});
