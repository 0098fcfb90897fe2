import { expect, test } from 'vitest';
import { runDue } from '../../src/run-due.ts';
import { enterFigure } from '../../src/turnover/manual-figure.ts';
import { expectMonthsAddUp } from '../support/months.ts';
import { auditOf, chooseOfDay, keptOf } from './support/days.ts';
import { forgeButtons, forgeChoice, otherWorkspace, viewOf } from './support/forge.ts';
import { ask, modalOf, modalSaying } from './support/look.ts';
import { openScene, type Scene } from './support/scene.ts';
import { imported } from './support/setup.ts';

const day = '2025-11-11';
const entry = 'Enter a figure by hand…';

interface Typed {
  store?: string;
  gross?: string;
  tax?: string;
  reason?: string;
}

async function openForm(scene: Scene) {
  await chooseOfDay(scene, { day, entry });
  return modalSaying(scene, 'It stands until it is released');
}

async function enter(
  scene: Scene,
  { store = 'Amsterdam', gross = '4.210,50', tax = '730.75', reason = 'Till broke' }: Typed = {},
) {
  const { manager } = scene;
  const form = await openForm(scene);
  await manager.select(form, 'Store', store);
  await manager.type(form, 'Turnover incl. VAT', gross);
  await manager.type(form, 'VAT in it', tax);
  await manager.type(form, 'Why', reason);
  return manager.submit(form);
}

test('an amount entered by hand is kept, audited, and shown in the log with why and by whom', async () => {
  const scene = await openScene();
  await imported(scene);

  await enter(scene);

  const { words } = await modalSaying(scene, '*Saved.*');
  expect(words).toContain('Amsterdam has €4,210.50 incl. VAT on Tue 11 Nov 2025, €730.75 of it VAT.');
  expect(await keptOf(scene, day)).toMatchObject({
    1: { gross: 421_050, tax: 73_075, state: 'manual' },
    2: { gross: 6_050, state: 'final' },
  });
  expect(await auditOf(scene, 'figure.entered')).toMatchObject([
    { who: 'U1MANAGER', details: { day, storeId: '1', gross: 421_050, tax: 73_075, reason: 'Till broke' } },
  ]);
  const log = await ask(scene, `/turnover ${day}`);
  expect(log.words).toContain('entered by hand by <@U1MANAGER>: “Till broke”');
  expect(log.words).toMatch(/€100\.00 → €3,479\.75 \(entered by hand\)/);
});

test('a reason with markup in it is shown as it was typed', async () => {
  const scene = await openScene();
  await imported(scene);

  await enter(scene, { reason: '<!channel> & co' });

  await modalSaying(scene, '*Saved.*');
  const log = await ask(scene, `/turnover ${day}`);
  expect(log.words).toContain('“&lt;!channel&gt; &amp; co”');
});

test.each<[string, Typed, Record<string, RegExp>]>([
  ['thousands or decimals', { gross: '4.210' }, { gross: /^This may mean 4210 or 4\.210\./ }],
  ['words', { gross: 'much', tax: 'some' }, { gross: /in EUR, such as/, tax: /in EUR, such as/ }],
  ['more VAT than turnover', { gross: '10', tax: '11' }, { tax: /cannot be more/ }],
  ['VAT against turnover', { gross: '-10', tax: '1' }, { tax: /same sign/ }],
  ['a reason of spaces', { reason: '   ' }, { reason: /^Say why\.$/ }],
])('%s will not do, and is told at the field', async (_case, typed, errors) => {
  const scene = await openScene();
  await imported(scene);
  const before = await keptOf(scene, day);

  const outcome = await enter(scene, typed);

  expect(outcome.answer).toBe('errors');
  const told = modalOf(scene.manager).errors;
  expect(Object.keys(told)).toEqual(Object.keys(errors));
  for (const [field, words] of Object.entries(errors)) expect(told[field]).toMatch(words);
  expect(await keptOf(scene, day)).toEqual(before);
});

test('releasing it reads its store from Lightspeed again, and leaves the other stores alone', async () => {
  const scene = await openScene();
  await imported(scene);
  await enter(scene);
  await scene.manager.close(await modalSaying(scene, '*Saved.*'));
  scene.clock.moveTo('2025-11-13T11:00:00+01:00');
  scene.world.voidSale(2, scene.clock.now());
  const form = await openForm(scene);
  expect(form.words).toContain(
    '*Amsterdam*: €4,210.50 incl. VAT, entered by hand by <@U1MANAGER>: “Till broke”',
  );

  await scene.manager.click(form, 'Release', { confirm: true });

  const released = await modalSaying(scene, '*Released.*');
  expect(released.words).toContain('*Amsterdam*: €3,479.75 → €100.00 (-€3,379.75)');
  expect(released.words).not.toContain('Rotterdam');
  expect(await keptOf(scene, day)).toMatchObject({
    1: { gross: 12_100, state: 'reimported' },
    2: { gross: 6_050, state: 'final' },
  });
  expect(await auditOf(scene, 'figure.released')).toMatchObject([{ details: { storeId: '1', from: day } }]);
  await expectMonthsAddUp(scene.engine, scene.slack.state.team.id);
});

test('an amount entered by hand takes the place of the one that was read in the sums of its month', async () => {
  const scene = await openScene();
  await imported(scene);
  const workspaceId = scene.slack.state.team.id;

  await enter(scene);
  await scene.manager.close(await modalSaying(scene, '*Saved.*'));

  await expectMonthsAddUp(scene.engine, workspaceId);
  const of = { workspaceId, month: '2025-11', storeId: '1' };
  expect(await scene.engine.models.monthSums.find(of).lean()).toMatchObject([
    { gross: 121_000 + 421_050, tax: 21_000 + 73_075 },
  ]);
});

test('a re-import leaves it as it stands and says so', async () => {
  const scene = await openScene();
  await imported(scene);
  await enter(scene);
  await scene.manager.close(await modalSaying(scene, '*Saved.*'));

  await chooseOfDay(scene, { day, entry: 'Import this day again…' });

  const told = await modalSaying(scene, 'entered by hand');
  expect(told.words).toContain(
    '*Amsterdam*: entered by hand, so it stays €3,479.75; Lightspeed says €100.00.',
  );
  expect(told.submit).toBeUndefined();
});

test('a figure released twice is told, and nothing is read', async () => {
  const scene = await openScene();
  await imported(scene);
  await enter(scene);
  await scene.manager.close(await modalSaying(scene, '*Saved.*'));
  const form = await openForm(scene);
  const workspaceId = scene.slack.state.team.id;
  await scene.engine.models.figures.updateOne(
    { workspaceId, day, storeId: '1' },
    { $set: { state: 'reimported' } },
  );

  await scene.manager.click(form, 'Release', { confirm: true });

  await modalSaying(scene, 'released already');
  expect(await auditOf(scene, 'figure.released')).toEqual([]);
});

test('a figure entered for a day of which nothing is known makes it known, and a night leaves it alone', async () => {
  const scene = await openScene();
  await imported(scene);
  await chooseOfDay(scene, { day: '2025-11-12', entry });
  const form = await modalSaying(scene, 'It stands until it is released');
  await scene.manager.select(form, 'Store', 'Rotterdam');
  await scene.manager.type(form, 'Turnover incl. VAT', '€ 12,-');
  await scene.manager.type(form, 'VAT in it', '0');
  await scene.manager.type(form, 'Why', 'Only a market stall');
  await scene.manager.submit(form);
  await modalSaying(scene, '*Saved.*');

  scene.clock.moveTo('2025-11-14T03:00:30+01:00');
  await runDue(scene.engine);

  expect(await keptOf(scene, '2025-11-12')).toMatchObject({
    1: { gross: 121_000, state: 'final' },
    2: { gross: 1_200, tax: 0, state: 'manual' },
  });
  await expectMonthsAddUp(scene.engine, scene.slack.state.team.id);
});

test('a store of another workspace cannot be chosen by forging the form', async () => {
  const scene = await openScene();
  await imported(scene);
  const theirs = await otherWorkspace(scene);
  const form = await openForm(scene);
  await scene.manager.select(form, 'Store', 'Amsterdam');
  await scene.manager.type(form, 'Turnover incl. VAT', '10');
  await scene.manager.type(form, 'VAT in it', '0');
  await scene.manager.type(form, 'Why', 'Mischief');
  forgeChoice(scene, form, { blockId: 'store', actionId: 'input', value: `${theirs.link._id} 1` });

  await scene.manager.submit(form);

  expect(modalOf(scene.manager).errors['store']).toContain('not known any more');
  expect(await scene.engine.models.figures.countDocuments({ workspaceId: 'T0OTHER' })).toBe(0);
});

test('a figure of another workspace cannot be released by forging the button', async () => {
  const scene = await openScene();
  await imported(scene);
  const { context, link } = await otherWorkspace(scene);
  const place = { linkId: link._id, storeId: '1', day };
  await enterFigure(context, { ...place, gross: 1_000, tax: 0, reason: 'Theirs', userId: 'U9STRANGER' });
  await enter(scene);
  await scene.manager.close(await modalSaying(scene, '*Saved.*'));
  const form = await openForm(scene);
  const blocks = viewOf(scene, form).content['blocks'];
  forgeButtons(Array.isArray(blocks) ? blocks : [], `${day} ${link._id} 1`);

  await scene.manager.click(form, 'Release', { confirm: true });

  await modalSaying(scene, 'released already');
  const theirs = await scene.engine.models.figures.findOne({ workspaceId: 'T0OTHER', day }).lean();
  expect(theirs).toMatchObject({ state: 'manual', gross: 1_000 });
});
